import * as l10n from '@vscode/l10n'
import type { TestItem, TestRun } from 'vscode'
import { Location, Position, TestMessage, Uri } from 'vscode'
import type { SpecOutline } from '#core/wire/messages'
import type { VerifyEvent } from '#core/wire/verifyEvents'
import { terminalLines } from '../terminals/paint'
import { agreesWithDisk } from '../specs/agreesWithDisk'
import { testsOf } from './testTree'
import type { VerifyEnd } from './verifyProcess'

/** Starts `verify` for a tasks document with some flags and tells its events. */
export type Verify = (uri: Uri, flags: readonly string[], onEvent: (event: VerifyEvent) => void) => Promise<VerifyEnd>

/** Runs the Verify commands of some tasks of one spec and tells the test run what comes of each. */
export async function verifySpec(
  spec: SpecOutline,
  items: readonly TestItem[],
  run: TestRun,
  verify: Verify,
): Promise<void> {
  const uri = Uri.parse(spec.uri)
  const tests = testsOf(spec)
  const left = new Map<number, Asked>()
  for (const item of items) {
    const test = tests.find(({ id }) => id === item.id)
    if (test === undefined) run.errored(item, new TestMessage(l10n.t('This task is not in the document any more.')))
    else left.set(test.task.index, { item, line: test.task.line })
  }
  if (left.size === 0) return
  if (!(await agreesWithDisk(uri))) {
    const message = l10n.t(
      'The tasks in the editor differ from those in the saved file. Save tasks.md and run the test again.',
    )
    for (const { item } of left.values()) run.errored(item, new TestMessage(message))
    return
  }
  for (const { item } of left.values()) run.enqueued(item)
  // All are asked for without their names: a command line has room for some hundreds only.
  const flags = left.size === tests.length ? [] : ['--task', ...[...left.keys()].map((index) => `#${index}`)]
  const end = await verify(uri, flags, (event) => tell(event, { run, left }))
  for (const { item } of left.values()) {
    if (run.token.isCancellationRequested) run.skipped(item)
    else run.errored(item, new TestMessage(refusal(end)))
  }
}

interface Asked {
  readonly item: TestItem
  /** Line of its task, 0-based; the item may begin below it. */
  readonly line: number
}

interface Desk {
  readonly run: TestRun
  /** The items without a result yet, by index. */
  readonly left: Map<number, Asked>
}

function tell(event: VerifyEvent, { run, left }: Desk): void {
  const asked = event.kind === 'ended' ? undefined : left.get(event.index)
  if (asked === undefined) return
  const { item } = asked
  switch (event.kind) {
    case 'taskStarted':
      return run.started(item)
    case 'output':
      return run.appendOutput(terminalLines(event.text), undefined, item)
    case 'taskSkipped':
      run.appendOutput(terminalLines(`${item.label}: ${event.reason}\n`), undefined, item)
      run.skipped(item)
      break
    case 'taskEnded':
      if (event.verdict === 'success') run.passed(item, event.durationMs)
      else if (event.verdict === 'cancelled') run.skipped(item)
      else run.failed(item, failure(asked, event.reason), event.durationMs)
      break
    case 'ended':
      return
  }
  left.delete(event.index)
}

/** The reason, at the line of the task. */
function failure({ item, line }: Asked, reason: string | null): TestMessage {
  const message = new TestMessage(reason ?? l10n.t('Its Verify command did not pass.'))
  if (item.uri !== undefined) message.location = new Location(item.uri, new Position(line, 0))
  return message
}

function refusal({ code, stderr }: VerifyEnd): string {
  const said = stderr
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/^parallel-tasks: /, '')
  return said === undefined || said === ''
    ? code === null
      ? l10n.t('The runner ended with no code before it had judged this task. Run it again.')
      : l10n.t('The runner ended with code {0} before it had judged this task. Run it again.', code)
    : said
}
