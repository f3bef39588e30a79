import { join } from 'node:path'
import type { TaskRunState } from '#core/run/runState'
import type { Disposable } from '../platform/disposables'
import { serial } from '../platform/serial'
import { watchFile } from '../runs/fileChanges'
import type { RunView } from '../runs/runView'
import { taskName } from '../specs/outlineQueries'
import { attemptOutput } from '../terminals/attemptOutput'
import { type Paint, paint } from '../terminals/paint'
import type { Renderer } from '../terminals/renderer'
import { createLinePrefix } from './linePrefix'

/** Colours of the tasks' prefixes, in turn. */
const colours: readonly Paint[] = ['blue', 'green', 'yellow']

/** What all tasks of a run say, in one text: every line with its task's id before it. */
export interface RunOutput extends Disposable {
  /** Takes the run as it is now; resolves when what its logs hold has been written. */
  update(view: RunView): Promise<void>
}

interface Stream {
  more(): Promise<void>
  end(task: TaskRunState): Promise<void>
}

/** Where the output goes, and who makes it readable. */
export interface RunOutputOptions {
  readonly write: (text: string) => void
  readonly renderer: (view: RunView, task: TaskRunState) => Renderer
}

/** Shows every attempt of a run from its beginning. */
export function createRunOutput(options: RunOutputOptions): RunOutput {
  const streams = new Map<string, Stream | 'over'>()
  const watchers = new Map<string, Disposable>()
  let view: RunView | undefined

  const open = (now: RunView, task: TaskRunState, number: number): Stream | undefined => {
    const attempt = task.attempts.find((one) => one.attempt === number)
    if (attempt === undefined) return undefined
    const output = attemptOutput(now.folder, attempt, taskName(task), options.renderer(now, task))
    const colour = colours[task.index % colours.length] ?? 'blue'
    const prefix = createLinePrefix(paint(colour, `[${task.id ?? `#${task.index}`}] `))
    const write = (text: string): void => {
      if (text !== '') options.write(text)
    }
    write(prefix.push(output.begin()))
    return {
      more: async () => write(prefix.push(await output.more())),
      async end(ended) {
        const last = ended.attempts.find((one) => one.attempt === number)
        if (last !== undefined) write(prefix.push(await output.end(last)))
        write(prefix.end())
      },
    }
  }
  const step = async (): Promise<void> => {
    const now = view
    if (now === undefined) return
    for (const task of [...now.state.tasks.values()].sort((a, b) => a.index - b.index))
      for (const { attempt, verdict, log } of task.attempts) {
        const key = `${task.index}.${attempt}`
        const known = streams.get(key)
        if (known === 'over') continue
        const stream = known ?? open(now, task, attempt)
        if (stream === undefined) continue
        if (known === undefined) {
          streams.set(key, stream)
          watchers.set(
            key,
            watchFile(join(now.folder, log), 250, () => void looks.request()),
          )
        }
        if (verdict === null && now.life === 'live') {
          await stream.more()
          continue
        }
        streams.set(key, 'over')
        watchers.get(key)?.dispose()
        watchers.delete(key)
        await stream.end(task)
      }
  }
  const looks = serial(step)
  return {
    update(next) {
      view = next
      return looks.request()
    },
    dispose() {
      for (const watcher of watchers.values()) watcher.dispose()
      watchers.clear()
    },
  }
}
