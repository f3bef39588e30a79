import { child, parseFields, text, typeOf } from './fields'
import { ended, said, silent, used, type LineReader } from './reading'
import { oneLine, toolLine } from './toolLine'

/** The stream of `opencode run --format json`: `text`, `tool_use`, `step_finish` (the last with the reason "stop"), `error`. */
export const readOpencodeJson: LineReader = (line) => {
  const event = parseFields(line)
  if (event === undefined) return { ...silent, shown: [line] }
  const part = child(event, 'part')
  switch (typeOf(event)) {
    case 'text':
      return said(text(part, 'text') ?? '')
    case 'tool_use': {
      const tool = toolLine(text(part, 'tool') ?? 'tool', child(child(part, 'state'), 'input'))
      return used(tool.line, tool.edited)
    }
    case 'step_finish':
      return text(part, 'reason') === 'stop' ? ended(true, null, ['✓ done']) : { ...silent, breaks: true }
    case 'error': {
      const error = child(event, 'error')
      const message = oneLine(text(child(error, 'data'), 'message') ?? text(error, 'message', 'name') ?? 'error')
      return ended(false, message, [`✗ ${message}`])
    }
    default:
      return silent
  }
}
