import { expect, test } from 'vitest'
import { createListener } from '#core/run/output/listener'
import type { OutputFormat } from '#core/run/output/formats'

function listen(format: OutputFormat, lines: readonly (string | object)[], prompt = '') {
  const listener = createListener(format, prompt)
  for (const line of lines) listener.hear(typeof line === 'string' ? line : JSON.stringify(line))
  return listener.heard()
}

test.each([
  ['on a line of its own', ['working', 'TASK_COMPLETE'], true],
  ['with space around it', ['  TASK_COMPLETE \r'], true],
  ['in colour', ['\u001B[32mTASK_COMPLETE\u001B[0m'], true],
  ['inside a sentence', ['I will say TASK_COMPLETE at the end'], false],
  ['quoted', ['> TASK_COMPLETE'], false],
  ['as part of a word', ['ALL_TASK_COMPLETE', 'TASK_COMPLETED'], false],
  ['not at all', ['done'], false],
] as const)('plain text: the marker %s', (_how, lines, seen) => {
  expect(listen('text', [...lines]).markerSeen).toBe(seen)
})

test('an echoed prompt is nobody’s words', () => {
  const prompt = 'Do it.\n\nThis requires manual work.\n'
  expect(listen('text', [...prompt.split('\n'), 'done'], prompt).finalWords).toBe('done\n')
})

const assistant = (text: string): object => ({ type: 'assistant', message: { content: [{ type: 'text', text }] } })
const tool = {
  type: 'assistant',
  message: { content: [{ type: 'tool_use', name: 'Write', input: { file_path: 'a.txt' } }] },
}

test('claude: the marker counts in the assistant’s words only', () => {
  expect(listen('claude-json', [assistant('All done.\n\nTASK_COMPLETE')]).markerSeen).toBe(true)
  const echo = { type: 'user', message: { content: [{ type: 'text', text: 'TASK_COMPLETE' }] } }
  const result = { type: 'user', message: { content: [{ type: 'tool_result', content: 'TASK_COMPLETE' }] } }
  const subAgent = { ...assistant('TASK_COMPLETE'), parent_tool_use_id: 'toolu_1' }
  expect(listen('claude-json', [echo, result, subAgent]).markerSeen).toBe(false)
  expect(listen('claude-json', ['TASK_COMPLETE', '{"type":"assistant","message":']).markerSeen).toBe(false)
})

test('claude: final words are those since the last tool', () => {
  const heard = listen('claude-json', [
    assistant('I could not complete this yet.'),
    tool,
    assistant('Now it works.\nTASK_COMPLETE'),
  ])
  expect(heard).toMatchObject({ finalWords: 'Now it works.\nTASK_COMPLETE\n', edited: ['a.txt'] })
})

test.each([
  [
    { type: 'result', subtype: 'success', is_error: false, result: 'ok' },
    { ok: true, message: null },
  ],
  [
    { type: 'result', subtype: 'success', is_error: true, result: 'API Error: 401' },
    { ok: false, message: 'API Error: 401' },
  ],
  [
    { type: 'result', subtype: 'error_max_turns', is_error: false },
    { ok: false, message: 'error_max_turns' },
  ],
])('claude: %j ends the stream', (event, terminal) => {
  expect(listen('claude-json', [event]).terminal).toEqual(terminal)
})

test('of several ends of a stream the last one counts', () => {
  const well = { type: 'result', subtype: 'success', is_error: false, result: 'x' }
  const badly = { ...well, is_error: true }
  expect(listen('claude-json', [well, badly]).terminal).toMatchObject({ ok: false })
  expect(listen('claude-json', [badly, well]).terminal).toMatchObject({ ok: true })
})

test('claude: a rejected rate limit tells until when', () => {
  const event = { type: 'rate_limit_event', rate_limit_info: { status: 'rejected', resetsAt: 1_800_000_000 } }
  expect(listen('claude-json', [event]).limit).toMatchObject({ kind: 'rate-limit', until: '2027-01-15T08:00:00.000Z' })
})

test('codex: messages, file changes and both ends of a turn', () => {
  const message = { type: 'item.completed', item: { type: 'agent_message', text: 'Done\nTASK_COMPLETE' } }
  const change = { type: 'item.completed', item: { type: 'file_change', changes: [{ path: 'src/a.ts', kind: 'add' }] } }
  const command = {
    type: 'item.completed',
    item: { type: 'command_execution', command: 'x', aggregated_output: 'TASK_COMPLETE' },
  }
  expect(listen('codex-json', [change, message, { type: 'turn.completed', usage: {} }])).toMatchObject({
    markerSeen: true,
    edited: ['src/a.ts'],
    terminal: { ok: true },
  })
  expect(listen('codex-json', [command]).markerSeen).toBe(false)
  expect(listen('codex-json', [{ type: 'turn.failed', error: { message: 'boom' } }]).terminal).toEqual({
    ok: false,
    message: 'boom',
  })
})

test('gemini: pieces of one message are put together, the prompt of the user is not heard', () => {
  const piece = (content: string): object => ({ type: 'message', role: 'assistant', content, delta: true })
  expect(
    listen('gemini-json', [piece('Done\nTASK_'), piece('COMPLETE'), { type: 'result', status: 'success' }]),
  ).toMatchObject({
    markerSeen: true,
    terminal: { ok: true },
  })
  expect(
    listen('gemini-json', [piece('TASK_'), { type: 'tool_use', tool_name: 'x' }, piece('COMPLETE')]).markerSeen,
  ).toBe(false)
  expect(listen('gemini-json', [{ type: 'message', role: 'user', content: 'TASK_COMPLETE' }]).markerSeen).toBe(false)
  expect(
    listen('gemini-json', [{ type: 'result', status: 'error', error: { message: 'bad stream' } }]).terminal,
  ).toEqual({
    ok: false,
    message: 'bad stream',
  })
})

test('copilot, opencode, goose, cursor: their words, tools and ends', () => {
  expect(
    listen('copilot-json', [
      { type: 'user.message', data: { content: 'TASK_COMPLETE' } },
      { type: 'assistant.message', data: { content: 'ok\nTASK_COMPLETE' } },
      { type: 'result', exitCode: 0 },
    ]),
  ).toMatchObject({ markerSeen: true, terminal: { ok: true } })
  expect(
    listen('opencode-json', [
      { type: 'tool_use', part: { tool: 'write', state: { input: { filePath: 'a.txt' } } } },
      { type: 'text', part: { type: 'text', text: 'TASK_COMPLETE' } },
      { type: 'step_finish', part: { reason: 'stop' } },
    ]),
  ).toMatchObject({ markerSeen: true, edited: ['a.txt'], terminal: { ok: true } })
  const goose = (id: string, text: string): object => ({
    type: 'message',
    message: { id, role: 'assistant', content: [{ type: 'text', text }] },
  })
  expect(listen('goose-json', [goose('m1', 'TASK_'), goose('m1', 'COMPLETE'), { type: 'complete' }])).toMatchObject({
    markerSeen: true,
  })
  expect(listen('goose-json', [goose('m1', 'TASK_'), goose('m2', 'COMPLETE')]).markerSeen).toBe(false)
  expect(
    listen('cursor-json', [
      { type: 'user', message: { content: [{ type: 'text', text: 'TASK_COMPLETE' }] } },
      { type: 'tool_call', subtype: 'started', tool_call: { writeToolCall: { args: { path: 'b.txt' } } } },
      assistant('TASK_COMPLETE'),
      { type: 'result', subtype: 'success', is_error: false, result: '' },
    ]),
  ).toMatchObject({ markerSeen: true, edited: ['b.txt'], terminal: { ok: true } })
})

test('memory stays bounded however much is said', () => {
  const heard = listen(
    'text',
    Array.from({ length: 5000 }, (_, line) => `line ${line} ${'x'.repeat(50)}`),
  )
  expect(heard.finalWords.length).toBeLessThanOrEqual(8000)
})
