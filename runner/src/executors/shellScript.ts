import type { Task } from '#core/document/tasksDocument'

/** What the `shell` executor runs for a task. */
export interface ShellScript {
  readonly shell: 'sh' | 'bash'
  readonly text: string
}

const shellLanguages = new Set(['sh', 'shell', 'bash', 'zsh', 'console'])

/**
 * The commands a task gives: its Run field, else the fenced sh or bash blocks under Do, as one script.
 * It stops at the first command that fails. undefined for a task with prose only.
 */
export function shellScript(task: Task): ShellScript | undefined {
  const run = task.fields.run.map((command) => command.text)
  if (run.length > 0) return { shell: 'sh', text: `${run.join('\n')}\n` }
  const blocks = task.fields.codeBlocks.filter(
    (block) => block.field === 'do' && shellLanguages.has((block.language ?? '').toLowerCase()),
  )
  if (blocks.length === 0) return undefined
  const bash = blocks.some((block) => block.language?.toLowerCase() === 'bash')
  const text = blocks.map((block) => withoutPrompts(block.text, block.language)).join('\n')
  return { shell: bash ? 'bash' : 'sh', text: `${text}\n` }
}

/** A `console` block shows `$ command` and its output: only the commands are run. */
function withoutPrompts(text: string, language: string | null): string {
  if (language?.toLowerCase() !== 'console') return text
  return text
    .split('\n')
    .flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []))
    .join('\n')
}
