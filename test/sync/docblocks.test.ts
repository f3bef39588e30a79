import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

it.each(['core', 'server', 'runner', 'client'])('every export of %s has a docblock', (part) => {
  const folder = join(root, part, 'src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const bare = files
    .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
    .flatMap((file) => bareExports(readFileSync(join(folder, file), 'utf8')).map((name) => `${file}: ${name}`))
  expect(bare).toEqual([])
})

/** Names of exports that no docblock stands above. */
function bareExports(text: string): readonly string[] {
  const lines = text.split(/\r?\n/)
  return lines.flatMap((line, at) => {
    const name = /^export (?:async )?(?:function|const|interface|type|class) (\w+)/.exec(line)?.[1]
    return name === undefined || lines[at - 1]?.endsWith('*/') === true ? [] : [name]
  })
}
