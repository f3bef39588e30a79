import { child, parseFields, text, typeOf } from './fields'
import { ended, silent, used, type LineReader } from './reading'
import { oneLine, toolLine } from './toolLine'

/**
 * The stream of Gemini CLI (`-o stream-json`): `message` events of both roles (the user's is the prompt!),
 * in pieces when `delta` is set, then one `result` with a status.
 */
export const readGeminiJson: LineReader = (line) => {
  const event = parseFields(line)
  if (event === undefined) return { ...silent, shown: [line] }
  switch (typeOf(event)) {
    case 'message': {
      const content = text(event, 'content') ?? ''
      if (text(event, 'role') !== 'assistant') return { ...silent, breaks: true }
      const part = event['delta'] === true ? 'assistant' : null
      return { ...silent, words: { text: content, part }, shown: content.split('\n') }
    }
    case 'tool_use': {
      const tool = toolLine(text(event, 'tool_name') ?? 'tool', child(event, 'parameters'))
      return used(tool.line, tool.edited)
    }
    case 'tool_result':
      return { ...silent, breaks: true }
    case 'error':
      return { ...silent, shown: [`✗ ${oneLine(text(event, 'message') ?? 'error')}`] }
    case 'result': {
      const ok = text(event, 'status') === 'success'
      const message = ok ? null : oneLine(text(child(event, 'error'), 'message') ?? 'error')
      return ended(ok, message, [ok ? '✓ done' : `✗ ${message}`])
    }
    default:
      return silent
  }
}
