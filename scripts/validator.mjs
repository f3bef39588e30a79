// Makes the validator of the state file's schema: plain code, so that no bundle carries the schema compiler.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
/** @type {typeof import('ajv')} */
const { Ajv } = require('ajv')
const { default: standaloneCode } = require('ajv/dist/standalone')

/**
 * The text of a module with `validate(value): boolean` and `validate.errors`.
 * @param {string} schema name of the file in schemas/
 * @returns {Promise<string>}
 */
export async function validatorText(schema) {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, code: { source: true, esm: true, lines: true } })
  const bare = withoutProse(JSON.parse(await readFile(`schemas/${schema}`, 'utf8')))
  const code = standaloneCode(ajv, ajv.compile(bare))
  return `// @ts-nocheck\n/* Generated from schemas/${schema} by \`npm run generate\`. Do not edit. */\n${code}`
}

/** Descriptions and titles of schemas decide nothing. A property may bear such a name. */
function withoutProse(schema) {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(typeof value === 'string' && (key === 'description' || key === 'title')))
      .map(([key, value]) => [key, Array.isArray(value) ? value.map(withoutProse) : withoutProse(value)]),
  )
}
