import { text, type Fields } from './fields'

const writers =
  /^(write|edit|multi_?edit|notebook_?edit|create|replace|write_file|create_file|edit_file|apply_patch|str_replace)/i
const shells = /^(bash|shell|run_shell_command|run_terminal_cmd|execute|command|developer__shell)/i

/** A tool call in one line for people: `$ npm test`, `✎ src/a.ts`, `• Grep "x"`; with the path when it writes a file. */
export function toolLine(name: string, input: Fields): { readonly line: string; readonly edited: readonly string[] } {
  const path = text(input, 'file_path', 'filePath', 'path', 'notebook_path', 'absolute_path')
  const command = text(input, 'command', 'cmd', 'script')
  if (shells.test(name) && command !== undefined) return { line: `$ ${oneLine(command)}`, edited: [] }
  if (writers.test(name) && path !== undefined) return { line: `✎ ${path}`, edited: [path] }
  const first = path ?? Object.values(input).find((value) => typeof value === 'string')
  return { line: `• ${name}${typeof first === 'string' ? ` ${oneLine(first)}` : ''}`, edited: [] }
}

/** The text on one line, cut at 200 characters. */
export function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`
}
