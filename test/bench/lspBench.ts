import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import MarkdownIt from 'markdown-it'
import { createConnection } from 'vscode-languageserver/node'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import { indexLines, lineText } from '#core/text/lines'
import { startServer } from '../../server/src/session'
import { connectEditor, type Answer, type Editor } from './editor'
import { keystrokes, paste } from './keystrokes'
import { makeSample, type Sample } from './sample'
import { medianTime, percentile, seededRandom } from './statistics'

const sizes = (process.env['BENCH_SIZES'] ?? '50,500,5000').split(',').map((size) => Number(size) * 1000)
const name = (size: number): string => (size < 1e6 ? `${size / 1e3} KB` : `${size / 1e6} MB`)
const milliseconds = (time: number): string => (time < 10 ? time.toFixed(2) : time.toFixed(0))

/** The median and the 95th percentile of what keystrokes took. */
function spread(answers: readonly Answer[], of: (answer: Answer) => number): string {
  const times = answers.map(of)
  return `${milliseconds(percentile(times, 0.5))} / ${milliseconds(percentile(times, 0.95))}`
}

/** Rounds before those that count: the compiler needs some hundred keystrokes, the first minute of typing. */
const warmUp = 20

/** Times of edits of each kind, in random places; each one's undoing is an edit too. */
async function typeAll(
  editor: Editor,
  { text, taskLines }: Sample,
  kinds: typeof keystrokes,
): Promise<ReadonlyMap<string, readonly Answer[]>> {
  const random = seededRandom(7)
  const lines = indexLines(text)
  const rounds = Number(process.env['BENCH_ROUNDS'] ?? 40)
  const times = new Map<string, Answer[]>(Object.keys(kinds).map((kind) => [kind, []]))
  for (let round = -warmUp; round < rounds; round++) {
    for (const [kind, keystroke] of Object.entries(kinds)) {
      const line = taskLines[Math.floor(random() * taskLines.length)] ?? 0
      const { edit, undo } = keystroke(line, lineText(lines, line), lineText(lines, line + 1))
      const taken = [await editor.type(edit), await editor.type(undo)]
      if (round >= 0) times.get(kind)?.push(...taken)
    }
  }
  return times
}

function scanLines(text: string): number {
  let boxes = 0
  for (const line of text.split(/\r\n|\n|\r/)) if (/^\s*[-*+] \[.\] /.test(line)) boxes++
  return boxes
}

/** A server within this process, so that nothing but its work and the protocol's is measured. */
function connectInMemory(): Promise<Editor> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  startServer(createConnection(toServer, toClient), '')
  return connectEditor(createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)))
}

/** Time to the first diagnostics from a server that has just been started and has done nothing yet. */
async function coldStart(program: string, text: string): Promise<number> {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const { time } = await (await connectEditor(connection)).open(text)
  connection.dispose()
  child.kill()
  return time
}

/** How long a full parse by remark may take. Its time grows faster than the text: some megabytes take many minutes. */
const patienceMs = 60_000

/** Median time of a full parse by remark, in a process of its own; undefined when it took too long. */
function fullParse(program: string, text: string, repeat: number): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'parallel-tasks-bench-'))
  const file = join(folder, 'tasks.md')
  writeFileSync(file, text)
  const { status, stdout } = spawnSync(process.execPath, [program, file, String(repeat)], {
    encoding: 'utf8',
    timeout: patienceMs,
  })
  rmSync(folder, { recursive: true })
  return status === 0 ? Number(stdout) : undefined
}

function heapUsed(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

/** The bundles that are measured, absolute. */
export interface Bundles {
  readonly server: string
  readonly remarkParse: string
}

/** Measures everything at every size and prints it as one table. */
export async function benchLsp({ server, remarkParse }: Bundles): Promise<void> {
  const table: Record<string, Record<string, string>> = {}
  for (const size of sizes) {
    process.stderr.write(`${name(size)} …\n`)
    const sample = makeSample(size)
    const column: Record<string, string> = {}
    const repeat = size > 1e5 ? 1 : 5
    const cold = await coldStart(server, sample.text)
    const before = heapUsed()
    const editor = await connectInMemory()
    const { problems } = await editor.open(sample.text)
    const heap = heapUsed() - before
    const answers = await typeAll(editor, sample, keystrokes)
    const pasted = await typeAll(editor, sample, { '50 tasks pasted, or taken out': paste })
    const all = [...answers.values()].flat()
    const times = all.map(({ time }) => time)
    const median = percentile(times, 0.5)
    column['tasks / problems'] = `${sample.taskLines.length} / ${problems}`
    column['keystroke, median / p95'] = spread(all, ({ time }) => time)
    for (const [kind, taken] of answers) column[`  ${kind}`] = spread(taken, ({ time }) => time)
    for (const [kind, taken] of pasted) column[kind] = spread(taken, ({ time }) => time)
    column['processor time of a keystroke'] = spread(all, ({ work }) => work)
    if (process.env['BENCH_ALONE'] === undefined) {
      const full = fullParse(remarkParse, sample.text, repeat)
      const other = medianTime(repeat, () => new MarkdownIt().parse(sample.text, {}))
      const scan = medianTime(repeat * 3, () => scanLines(sample.text))
      column['full remark parse'] =
        full === undefined
          ? `over ${patienceMs} (over ${(patienceMs / median).toFixed(0)} keystrokes)`
          : `${milliseconds(full)} (${(full / median).toFixed(0)} keystrokes)`
      column['full markdown-it parse'] = `${milliseconds(other)} (${(other / median).toFixed(0)} keystrokes)`
      column['line scan'] = milliseconds(scan)
    }
    column['first diagnostics, server just started'] = milliseconds(cold)
    column['heap of the open document'] =
      `${(heap / 1e6).toFixed(0)} MB (${(heap / sample.text.length).toFixed(0)} bytes a character)`
    table[name(size)] = column
  }
  print(table)
}

/** One row for each measure, one column for each size. */
function print(table: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  const columns = Object.keys(table)
  const measures = Object.keys(Object.values(table)[0] ?? {})
  const cells = [
    ['milliseconds', ...columns],
    ...measures.map((row) => [row, ...columns.map((column) => table[column]?.[row] ?? '')]),
  ]
  const widths = Array.from({ length: columns.length + 1 }, (_, at) =>
    Math.max(...cells.map((row) => row[at]?.length ?? 0)),
  )
  for (const row of cells) {
    console.log(
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
  }
  console.log(`
A keystroke is the time from a change to the diagnostics of the changed text, server and protocol included, in random
places; undoing it counts too, the first ${warmUp * 14} do not. markdown-it is the
parser whose tokens vscode-markdown-languageserver works on.
Load of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}.`)
}
