import { child, children, type Fields, number, parseFields, text, typeOf } from './fields'
import { ended, said, silent, used, type LineReader, type Reading } from './reading'
import { oneLine } from './toolLine'

/** The stream of `codex exec --json`: items (messages, commands, file changes), then `turn.completed` or `turn.failed`. */
export const readCodexJson: LineReader = (line) => {
  const event = parseFields(line)
  if (event === undefined) return { ...silent, shown: [line] }
  switch (typeOf(event)) {
    case 'item.started':
      return readStarted(child(event, 'item'))
    case 'item.completed':
      return readCompleted(child(event, 'item'))
    case 'turn.completed':
      return ended(true, null, [`✓ done${tokens(child(event, 'usage'))}`])
    case 'turn.failed': {
      const message = text(child(event, 'error'), 'message') ?? 'the turn failed'
      return ended(false, oneLine(message), [`✗ ${oneLine(message)}`])
    }
    case 'error':
      return { ...silent, shown: [`✗ ${oneLine(text(event, 'message') ?? 'error')}`] }
    default:
      return silent
  }
}

function readStarted(item: Fields): Reading {
  return text(item, 'type') === 'command_execution'
    ? used(`$ ${oneLine(text(item, 'command') ?? '')}`)
    : { ...silent, breaks: true }
}

function readCompleted(item: Fields): Reading {
  switch (typeOf(item)) {
    case 'agent_message':
      return said(text(item, 'text') ?? '')
    case 'file_change': {
      const paths = children(item, 'changes').flatMap((change) => text(change, 'path') ?? [])
      return { ...silent, breaks: true, edited: paths, shown: paths.map((path) => `✎ ${path}`) }
    }
    case 'error':
      return { ...silent, breaks: true, shown: [`✗ ${oneLine(text(item, 'message') ?? 'error')}`] }
    default:
      return { ...silent, breaks: true }
  }
}

function tokens(usage: Fields): string {
  const sum = (number(usage, 'input_tokens') ?? 0) + (number(usage, 'output_tokens') ?? 0)
  return sum > 0 ? ` (${sum} tokens)` : ''
}
