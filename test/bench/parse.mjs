// Measures parsing: a fresh parse, and a keystroke, beside a full parse by remark. Run: node test/bench/parse.mjs
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import esbuild from 'esbuild'
import { remark } from 'remark'

const folder = mkdtempSync(join(tmpdir(), 'parallel-tasks-bench-'))
const root = join(import.meta.dirname, '..', '..')

/** A smart-ralph document of about so many bytes. */
function documentOf(bytes) {
  const parts = ['# Tasks: Bench\n\n']
  let size = 0
  for (let phase = 1; size < bytes; phase++) {
    let part = `## Phase ${phase}: Something\n\n`
    for (let task = 1; task <= 12 && size + part.length < bytes; task++) {
      part += `- [ ] ${phase}.${task} [P] Write module ${phase}.${task}\n`
      part += `  - **Do**: Write the module and connect it to its neighbours, with care for what is there already.\n`
      part += `  - **Files**: \`src/part${phase}/module${task}.ts\` (create), \`src/part${phase}/index.ts\` (modify)\n`
      part += `  - **Done when**: the module is there and its tests pass\n`
      part += `  - **Verify**: \`npx vitest run test/part${phase}/module${task}.test.ts\` exits 0\n`
      part += `  - **Commit**: \`feat(part${phase}): module ${task}\`\n`
      part += `  - _Requirements: FR-${phase}, FR-${task}_\n\n`
    }
    parts.push(part)
    size += part.length
  }
  return parts.join('')
}

function percentile(times, share) {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]
}

function measure(times, work) {
  const taken = []
  for (let at = 0; at < times; at++) {
    const start = performance.now()
    work(at)
    taken.push(performance.now() - start)
  }
  return taken
}

try {
  await esbuild.build({
    entryPoints: [join(root, 'core/src/document/parse.ts'), join(root, 'core/src/document/incremental.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  })
  const { parseTasksDocument } = await import(pathToFileURL(join(folder, 'parse.mjs')).href)
  const { createIncrementalParser } = await import(pathToFileURL(join(folder, 'incremental.mjs')).href)
  const sizes = (process.argv[2] ?? '50,500,5000').split(',').map((size) => Number(size) * 1000)
  const rows = {}
  for (const bytes of sizes) {
    const text = documentOf(bytes)
    const parser = createIncrementalParser()
    const fresh = measure(bytes > 1e6 ? 2 : 5, () => parseTasksDocument(text))
    // A full parse of 5 MB takes remark many minutes, for its list handling grows with the square of the list.
    const full = bytes > 1e6 ? undefined : measure(3, () => remark().parse(text))
    const { tasks } = parser.update(text)
    const insert = (position, newText) => parser.update([{ range: { start: position, end: position }, newText }])
    const at = (number) => tasks[(number * 7919) % tasks.length].titleRange.end
    measure(50, (number) => insert(at(number), 'x'))
    const typed = measure(300, (number) => insert(at(number), 'x'))
    const entered = measure(60, (number) => insert({ line: at(number).line, character: 0 }, '\n'))
    rows[`${bytes / 1000} KB`] = {
      tasks: tasks.length,
      'fresh parse': percentile(fresh, 0.5).toFixed(0),
      'full remark parse': full === undefined ? 'too long' : percentile(full, 0.5).toFixed(0),
      'keystroke p50': percentile(typed, 0.5).toFixed(2),
      'keystroke p95': percentile(typed, 0.95).toFixed(2),
      'new line p95': percentile(entered, 0.95).toFixed(2),
    }
  }
  console.log('Milliseconds; the median unless it says p95.')
  console.table(rows)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
