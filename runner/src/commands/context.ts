import type { Paint } from '../console/paint'

/** What every command gets from the program around it. */
export interface CommandContext {
  readonly cwd: string
  readonly version: string
  readonly env: NodeJS.ProcessEnv
  /** Where `server.js` lies: beside this program. */
  readonly programDir: string
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  /** Colours for standard output. */
  readonly paint: Paint
  /** Writes to standard output; does nothing once the reader at the other end is gone. */
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** True once nobody reads standard output any more. */
  readonly isOutputClosed: () => boolean
  /** Calls back on Ctrl+C and on the system's requests to end, with how many there have been. Gives the undo. */
  readonly onInterrupt: (listener: (count: number) => void) => () => void
  /** Says what the program's exit code will be. */
  readonly exit: (code: number) => void
}
