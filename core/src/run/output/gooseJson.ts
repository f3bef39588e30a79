import { child, children, type Fields, parseFields, text, typeOf } from './fields'
import { ended, silent, used, type LineReader, type Reading } from './reading'
import { oneLine, toolLine } from './toolLine'

/** The stream of `goose run --output-format stream-json`: `message` events (pieces share an id), then `complete` or `error`. */
export const readGooseJson: LineReader = (line) => {
  const event = parseFields(line)
  if (event === undefined) return { ...silent, shown: [line] }
  switch (typeOf(event)) {
    case 'message':
      return readMessage(child(event, 'message'))
    case 'complete':
      return ended(true, null, ['✓ done'])
    case 'error': {
      const message = oneLine(text(event, 'error', 'message') ?? 'error')
      return ended(false, message, [`✗ ${message}`])
    }
    default:
      return silent
  }
}

function readMessage(message: Fields): Reading {
  if (text(message, 'role') !== 'assistant') return { ...silent, breaks: true }
  const content = children(message, 'content')
  const request = content.find((block) => text(block, 'type') === 'toolRequest')
  if (request !== undefined) {
    const call = child(child(request, 'toolCall'), 'value')
    const tool = toolLine(text(call, 'name') ?? 'tool', child(call, 'arguments'))
    return used(tool.line, tool.edited)
  }
  const words = content.flatMap((block) => (text(block, 'type') === 'text' ? [text(block, 'text') ?? ''] : [])).join('')
  return { ...silent, words: { text: words, part: text(message, 'id') ?? null }, shown: words.split('\n') }
}
