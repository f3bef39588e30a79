import { child, number, parseFields, text, typeOf } from './fields'
import { ended, said, silent, used, type LineReader } from './reading'
import { oneLine, toolLine } from './toolLine'

/** The stream of Copilot CLI (`--output-format json`): `assistant.message`, `tool.execution_*`, then `result` with an exit code. */
export const readCopilotJson: LineReader = (line) => {
  const event = parseFields(line)
  if (event === undefined) return { ...silent, shown: [line] }
  const data = { ...event, ...child(event, 'data') }
  switch (typeOf(event)) {
    case 'assistant.message': {
      const content = text(data, 'content', 'text') ?? ''
      return content === '' ? silent : said(content)
    }
    case 'tool.execution_start': {
      const tool = toolLine(text(data, 'toolName', 'tool_name', 'name') ?? 'tool', child(data, 'arguments'))
      return used(tool.line, tool.edited)
    }
    case 'tool.execution_complete':
    case 'user.message':
      return { ...silent, breaks: true }
    case 'error':
    case 'session.error':
      return { ...silent, shown: [`✗ ${oneLine(text(data, 'message') ?? 'error')}`] }
    case 'result': {
      const code = number(data, 'exitCode') ?? 1
      const message = code === 0 ? null : `exit code ${code}`
      return ended(code === 0, message, [code === 0 ? '✓ done' : `✗ ${message}`])
    }
    default:
      return silent
  }
}
