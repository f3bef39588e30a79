import { asFields, child, children, type Fields, number, parseFields, text, typeOf } from './fields'
import { ended, said, silent, used, type Limit, type LineReader, type Reading } from './reading'
import { oneLine, toolLine } from './toolLine'

/**
 * The stream of Claude Code (`--output-format stream-json`), which Qwen Code, Amp and Cursor share in its main lines:
 * `assistant` messages with text and tool calls, then one `result`.
 */
export const readClaudeJson: LineReader = (line) => {
  const event = parseFields(line)
  if (event === undefined) return { ...silent, shown: [line] }
  switch (typeOf(event)) {
    case 'assistant':
      return readMessage(event)
    case 'tool_call':
      return readCursorTool(event)
    case 'result':
      return readResult(event)
    case 'rate_limit_event':
      return readRateLimit(child(event, 'rate_limit_info'))
    case 'user':
      return { ...silent, breaks: true }
    default:
      return silent
  }
}

/** Words of a sub-agent are not those of the executor itself. */
function readMessage(event: Fields): Reading {
  const own = text(event, 'parent_tool_use_id') === undefined
  const blocks = children(child(event, 'message'), 'content')
  const words = blocks.flatMap((block) => (text(block, 'type') === 'text' ? [text(block, 'text') ?? ''] : []))
  const tools = blocks
    .filter((block) => text(block, 'type') === 'tool_use')
    .map((block) => toolLine(text(block, 'name') ?? 'tool', child(block, 'input')))
  const spoken = words.join('\n')
  return {
    ...(own && spoken !== '' ? said(spoken) : { ...silent, shown: spoken === '' ? [] : spoken.split('\n') }),
    ...(tools.length > 0 ? { breaks: true, edited: tools.flatMap((tool) => tool.edited) } : {}),
    shown: [...(spoken === '' ? [] : spoken.split('\n')), ...tools.map((tool) => tool.line)],
  }
}

/** Cursor tells its tools in events of their own: `{"tool_call":{"writeToolCall":{"args":{"path":…}}}}`. */
function readCursorTool(event: Fields): Reading {
  if (text(event, 'subtype') !== 'started') return { ...silent, breaks: true }
  const [name = 'tool', body] = Object.entries(child(event, 'tool_call'))[0] ?? []
  const args = child(asFields(body) ?? {}, 'args')
  const { line, edited } = toolLine(name.replace(/ToolCall$/, ''), args)
  return used(line, edited)
}

function readResult(event: Fields): Reading {
  const result = text(event, 'result') ?? ''
  const ok = event['is_error'] !== true && (text(event, 'subtype') ?? 'success') === 'success'
  const cost = number(event, 'total_cost_usd')
  const usage = child(event, 'usage')
  const tokens = (number(usage, 'input_tokens') ?? 0) + (number(usage, 'output_tokens') ?? 0)
  const sums = [tokens > 0 ? `${tokens} tokens` : '', cost === undefined ? '' : `$${cost.toFixed(2)}`].filter(Boolean)
  const message = ok ? null : oneLine(result === '' ? (text(event, 'error', 'subtype') ?? 'error') : result)
  const shown = [`${ok ? '✓ done' : `✗ ${message}`}${sums.length > 0 ? ` (${sums.join(', ')})` : ''}`]
  return { ...ended(ok, message, shown), words: ok && result !== '' ? { text: result, part: null } : null }
}

function readRateLimit(info: Fields): Reading {
  if (text(info, 'status') !== 'rejected') return silent
  const resets = number(info, 'resetsAt')
  const until = resets === undefined ? null : new Date(resets * 1000).toISOString()
  const limit: Limit = { kind: 'rate-limit', message: 'The agent hit a rate limit.', until }
  return { ...silent, limit, shown: ['✗ rate limit'] }
}
