/**
 * Makes a write beyond a limit for files (`ulimit -f`) an error like that of a full disk. Without a listener of its own
 * the program would be killed: what guards an atomic write for a moment puts the system's default back afterwards.
 */
export function outliveFileLimit(): void {
  process.on('SIGXFSZ', () => undefined)
}
