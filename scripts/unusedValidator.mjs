// Stands in for ajv and ajv-formats in the bundles. The MCP SDK makes a validator for forms that a server has its client
// fill in; ours asks for none, and what comes from outside is checked by the validators generated from schemas/.

/** A validator that is made and never asked, and the formats for it. */
export default function unusedValidator() {}

unusedValidator.prototype.compile = () => {
  throw new Error('ajv is not in this bundle: see scripts/unusedValidator.mjs.')
}
