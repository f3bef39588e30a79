/**
 * Resolves with the first answer that is there, asking over and over: for states that VS Code announces by no event.
 * Rejects after `limit` milliseconds with what was waited for and the last answer or error.
 */
export async function waitFor<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  limit = 30_000,
): Promise<T> {
  const end = Date.now() + limit
  let problem: unknown
  do {
    try {
      const answer = await ask()
      if (answer !== undefined) return answer
    } catch (error) {
      problem = error
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  } while (Date.now() < end)
  const because = problem instanceof Error ? ` The last error was: ${problem.message}` : ''
  throw new Error(`Waited ${limit / 1000} s for ${what}.${because}`)
}
