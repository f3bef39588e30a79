import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** The address of what the page of rules says of a code; undefined when there is no page, or nothing about it there. */
export type RuleLink = (code: string) => string | undefined

/** Links into the page of rules; it is read when the first link is asked for. */
export interface RulePage {
  /** To the heading, as browsers and most editors understand it. */
  readonly headingOf: RuleLink
  /** To the line of the heading: VS Code opens a file at a line, and knows no headings. */
  readonly lineOf: RuleLink
}

/** The page of rules in a file, which need not exist. */
export function createRulePage(file: string): RulePage {
  let lines: ReadonlyMap<string, number> | undefined
  const page = pathToFileURL(file).href
  const link = (code: string, fragment: (line: number) => string): string | undefined => {
    lines ??= headingLines(file)
    const line = lines.get(code)
    return line === undefined ? undefined : `${page}#${fragment(line)}`
  }
  return {
    headingOf: (code) => link(code, () => code),
    lineOf: (code) => link(code, (line) => `L${line}`),
  }
}

/** The line, from 1, of each heading that is a rule's code. */
function headingLines(file: string): ReadonlyMap<string, number> {
  const lines = textOf(file).split('\n')
  return new Map(lines.flatMap((line, at) => (line.startsWith('## ') ? [[line.slice(3), at + 1] as const] : [])))
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
