// Generates the types of the file formats from schemas/. `--check` only compares, for the test that keeps them in step.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { compileFromFile } from 'json-schema-to-typescript'

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

const check = process.argv.includes('--check')
await mkdir('core/src/generated', { recursive: true })
for (const [schema, name] of Object.entries(formats)) {
  const path = `core/src/generated/${name}.ts`
  const text = await generate(schema)
  if (!check) await writeFile(path, text)
  else if ((await readFile(path, 'utf8')) !== text) {
    console.error(`${path} is not what schemas/${schema} says. Run npm run generate.`)
    process.exitCode = 1
  }
}
