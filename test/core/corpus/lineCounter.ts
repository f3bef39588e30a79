/**
 * A second, much simpler reader of tasks.md: lines and regular expressions only, no Markdown parser and nothing
 * of the product's code. The corpus test compares the two.
 */
export interface Count {
  /** 0-based lines of the tasks, containers included. */
  readonly tasks: readonly number[]
  /** 0-based lines of the tasks of each parallel group. */
  readonly groups: readonly (readonly number[])[]
}

interface Box {
  readonly line: number
  readonly indent: number
  readonly id: string | undefined
  readonly parallel: boolean
}

const BOX = /^(\s*)(?:[-*+]|\d+[.)])\s+\[[ xX~-]\](?:\\?\*)?\s*(.*)$/
const ID = new RegExp(
  [
    String.raw`^(?:T-?\d[\w.'-]*|Task \d+(?=:)`, // T012, T024a, T999.9, T028'
    String.raw`\d+[A-Za-z]?(?:\.[0-9A-Z]+)+(?:\.[a-h])?[a-h]?'?\.?`, // 1.2, 1.24a, 6.B.1, 1.1.
    String.raw`[A-Z]{1,3}\d*[A-Z]?(?=[.A-Z]*\d)(?:\.[0-9A-Z]+)+(?:\.[a-h])?`, // D.1.2, V5.FIX.1, P2.1.3
    String.raw`\d+(?:-\d+)?[.)](?=\s|$)`, // 1. 2)
    String.raw`(?!(?:AC|FR|NFR|SC|US|UC|UTF|SHA|EC)-)[A-Z]+\d*-[A-Z]?\d+(?:\.\d+)*[a-h]?\.?`, // G-1.2, TASK-002a, FIX-1.
    String.raw`VE?\d+[a-h]?|VF|PR\d+`,
    String.raw`[A-Z][A-Z0-9-]*\d\w*(?=\s\[(?:P|VERIFY)\b)|[A-Z]\d+-[A-Z]+(?=\s\[VERIFY)|[A-Z]+\.[A-Z]+(?=\s\[VERIFY)|V_\w+(?=\s\[VERIFY\]))(?![\w%+/])`,
  ].join('|'),
)

export function countLines(text: string, dialect: string): Count {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const { boxes, headings, waits, idHeadings } = scan(lines, dialect)
  const withId = boxes.filter((box) => box.id !== undefined).length
  if (idHeadings >= 3 && withId < idHeadings / 2) return { tasks: [], groups: [] }
  const tasks = boxes.filter((box) => isTask(box, dialect, withId))
  const breaks = dialect === 'sdd-companion' ? [...headings, ...waits] : headings
  return { tasks: tasks.map((task) => task.line), groups: groupsOf(tasks, breaks, dialect) }
}

function isTask(box: Box, dialect: string, withId: number): boolean {
  if (dialect === 'heading-tasks') return false
  if (dialect === 'spec-kit' || dialect === 'sdd-companion') return /^T-?\d/.test(box.id ?? '')
  if (dialect === 'smart-ralph') return box.id !== undefined
  if (dialect === 'openspec') return box.id !== undefined || box.indent < 2
  return box.id !== undefined || (withId === 0 && box.indent < 2)
}

function scan(
  lines: readonly string[],
  dialect: string,
): { boxes: Box[]; headings: number[]; waits: number[]; idHeadings: number } {
  const boxes: Box[] = []
  const headings: number[] = []
  const waits: number[] = []
  let idHeadings = 0
  let fence: { readonly mark: string; readonly indent: number } | undefined
  let comment = false
  let start = 0
  if (lines[0]?.trimEnd() === '---')
    start = Math.max(0, lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---') + 1)
  for (let line = start; line < lines.length; line++) {
    const text = lines[line] ?? ''
    const indent = /^\s*/.exec(text)?.[0].length ?? 0
    if (fence !== undefined) {
      const left = text.trim() !== '' && indent < Math.min(fence.indent, 2)
      if (!left) {
        if (text.trim().startsWith(fence.mark) && /^(`+|~+)$/.test(text.trim())) fence = undefined
        continue
      }
      fence = undefined
    }
    if (comment) {
      comment = !text.includes('-->')
      continue
    }
    const mark = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?(`{3,}|~{3,})([^`]*)$/.exec(text)?.[1]
    if (mark !== undefined) {
      const closes = lines
        .slice(line + 1)
        .some((other) => other.trim().startsWith(mark) && /^(`+|~+)$/.test(other.trim()))
      if (closes) fence = { mark, indent: indent > 0 ? indent : text.startsWith(mark) ? 0 : 2 }
      continue
    }
    if (/^\s*<!--/.test(text)) {
      comment = !text.includes('-->')
      continue
    }
    const underlined = /^ {0,3}(=+|-+)\s*$/.test(lines[line + 1] ?? '') && /^ {0,3}[^\s\-*+#>|=\d]/.test(text)
    if (/^ ?#{1,6}(\s|$)/.test(text) || (underlined && !isLoose(lines, line))) {
      headings.push(line)
      const words = text.replace(/^[\s#]*/, '')
      if (/^(?:Task \d|T\d|\d+\.\d|[A-Z]\d*-\d|[A-Z]\.\d)/.test(words)) idHeadings++
      continue
    }
    if (/^\*\*\s*(?:⟶|→|wait\b).*\*\*:?\s*$/i.test(text)) waits.push(line)
    const box = readBox(text, line, dialect)
    if (box !== undefined) boxes.push(box)
  }
  return { boxes, headings, waits, idHeadings }
}

/** Words above an underline that still belong to a list are no heading. */
function isLoose(lines: readonly string[], line: number): boolean {
  for (let above = line - 1; above >= 0 && (lines[above] ?? '').trim() !== ''; above--) {
    if (/^\s*(?:[-*+]|\d+[.)])\s/.test(lines[above] ?? '')) return true
  }
  return false
}

function readBox(text: string, line: number, dialect: string): Box | undefined {
  const match = BOX.exec(text)
  if (match === null) return undefined
  const indent = (match[1] ?? '').replaceAll('\t', '    ').length
  let words = (match[2] ?? '').replace(/^(?:[-*+]\s+)?\[[ xX]\]\s+/, '')
  let tokens = ''
  const before = /^(?:\[[^\]]*\]\s+)+(?=[*~]*T\d)/.exec(words)?.[0] ?? ''
  tokens += before
  words = words
    .slice(before.length)
    .replace(/^(?:\*\*|~~|__)+/, '')
    .replace(/^Task (?=\d+\.)/, '')
  const id = ID.exec(words)?.[0]
  if (id === undefined && !/^[[(]/.test(words)) return { line, indent, id, parallel: false }
  const run =
    /^[\s*~:_]*((?:(?:\[{1,2}[^\]]*\]{1,2}(?!\()|\([A-Z][A-Z0-9:/._-]*\)|\(p\)|\([^()]+\)(?=\s*\[(?:P|VERIFY|SEQUENTIAL)\]))[\s*~:_]*)*)/.exec(
      words.slice(id?.length ?? 0),
    )?.[1] ?? ''
  tokens += run
  const title = text.replace(/(?:\s+_[A-Z]\w*:[^_]*_)+\s*$/, '')
  const end = /(?:\[(?:P|VERIFY|SEQUENTIAL)\]|\(P\))\s*$/.exec(title)?.[0] ?? ''
  tokens += end
  const round = /\(P\)/.test(tokens)
  const parallel =
    (/(?<!\[)\[P\]/.test(tokens) || (round && dialect === 'cc-sdd')) && !/\[(?:VERIFY[:/\]]|SEQUENTIAL\])/.test(tokens)
  return { line, indent, id: id ?? undefined, parallel }
}

function groupsOf(tasks: readonly Box[], breaks: readonly number[], dialect: string): readonly (readonly number[])[] {
  const groups: number[][] = []
  let open: number[] = []
  const close = (): void => {
    if (open.length > 1) groups.push(open)
    open = []
  }
  const nested = !['smart-ralph', 'spec-kit', 'sdd-companion', 'heading-tasks'].includes(dialect)
  tasks.forEach((task, position) => {
    const before = tasks[position - 1]
    if (before !== undefined && breaks.some((line) => before.line < line && line < task.line)) close()
    const container = nested && isContainer(tasks, position)
    if (!task.parallel || container) close()
    else open.push(task.line)
  })
  close()
  return groups
}

function isContainer(tasks: readonly Box[], position: number): boolean {
  const task = tasks[position]
  const next = tasks[position + 1]
  if (task === undefined || next === undefined) return false
  const number = /^(\d+)[.)]?$/.exec(task.id ?? '')?.[1]
  return next.indent > task.indent || (number !== undefined && (next.id ?? '').startsWith(`${number}.`))
}
