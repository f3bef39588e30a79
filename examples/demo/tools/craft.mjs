// Plays the part of a coding agent: writes one file of `parts/` bit by bit, says what it does, and notes what it learned.
// With LATCH set to a folder, it waits there for a file named `go` before it ends (for tests and screenshots).
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const learnings = {
  'moon.mjs': 'A mean lunar month is enough: the phase is right to within half a day.',
  'index.html': 'The page needs no build step; a module script and one custom property do.',
  'moon.css': 'The shadow is a second disc, so that no picture has to be loaded.',
  'moon.test.mjs': '`node --test` runs the tests without any package.',
  'GUIDE.md': 'The page opens straight from the disk in most browsers.',
}

const target = process.argv[2]
const name = basename(target)
const lines = readFileSync(join('parts', name), 'utf8').split(/(?<=\n)/)
const pace = Number(process.env.DEMO_PACE ?? 1)
const pause = (3200 / lines.length) * pace

console.log(`Reading specs and design for ${target}`)
await delay(400 * pace)
mkdirSync(dirname(target), { recursive: true })
writeFileSync(target, '')
for (const [at, line] of lines.entries()) {
  appendFileSync(target, line)
  if (at % 4 === 0) console.log(`Writing ${target}: line ${at + 1} of ${lines.length}`)
  await delay(pause * (0.5 + Math.random()))
}
console.log(`Looking over ${target}`)
await delay(500 * pace)

const latch = process.env.LATCH
if (latch) while (!existsSync(join(latch, 'go'))) await delay(50)

const { PARALLEL_TASKS_PROGRESS_FILE: notes, PARALLEL_TASKS_TASK_ID: id } = process.env
if (notes) writeNotes(notes, `- [x] ${id} Wrote \`${target}\` (${lines.length} lines)`, `- ${learnings[name]}`)
console.log(`Done: ${target}, ${lines.length} lines`)

/** A task of a batch has a progress file of its own; a task that runs alone writes into the spec's. */
function writeNotes(path, completed, learned) {
  if (!existsSync(path)) {
    writeFileSync(path, `## Completed Tasks\n${completed}\n\n## Learnings\n${learned}\n`)
    return
  }
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text
      .replace(/(## Completed Tasks\n[\s\S]*?)(?=\n## |$)/, (section) => `${section.trimEnd()}\n${completed}\n`)
      .replace(/(## Learnings\n[\s\S]*?)(?=\n## |$)/, (section) => `${section.trimEnd()}\n${learned}\n`),
  )
}
