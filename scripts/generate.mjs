// Generates the types of the file formats from schemas/, the table of English texts, the page of rules and the notices of
// bundled packages. `--check` only compares, for the tests that keep them in step.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { compileFromFile } from 'json-schema-to-typescript'
import { noticesText } from './notices.mjs'
import { rulesPage } from './rulesPage.mjs'
import { validatorText } from './validator.mjs'
import { englishTexts } from './texts.mjs'

const formats = {
  'state.schema.json': 'state',
  'executors.schema.json': 'executors',
  'journal-event.schema.json': 'journalEvent',
}

/** The text of the generated module of one schema. */
export async function generate(schema) {
  return compileFromFile(`schemas/${schema}`, {
    bannerComment: `/* Generated from schemas/${schema} by \`npm run generate\`. Do not edit. */`,
    additionalProperties: false,
    unreachableDefinitions: true,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
}

const outputs = [
  ...Object.entries(formats).map(([schema, name]) => ({
    path: `core/src/generated/${name}.ts`,
    source: `schemas/${schema}`,
    make: () => generate(schema),
  })),
  {
    path: 'core/src/generated/validateState.ts',
    source: 'schemas/state.schema.json',
    make: () => validatorText('state.schema.json'),
  },
  { path: 'l10n/bundle.l10n.json', source: 'client/src', make: englishTexts },
  { path: 'docs/rules.md', source: 'core/src/rules', make: rulesPage },
  { path: 'THIRD-PARTY-NOTICES.txt', source: 'node_modules', make: noticesText },
]

const check = process.argv.includes('--check')
for (const { path, source, make } of outputs) {
  const text = await make()
  if (check) {
    if ((await readFile(path, 'utf8').catch(() => '')) === text) continue
    console.error(`${path} is not what ${source} says. Run npm run generate.`)
    process.exitCode = 1
  } else {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}
