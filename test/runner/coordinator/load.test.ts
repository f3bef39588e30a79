import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drive } from '../../acceptance/drive'
import { makeWorkspace } from '../../acceptance/workspace'

const task = (number: number): string => `- [ ] 1.${number} [P] Create ${number}
  - **Run**: \`echo ${number} > files/${number}.txt; printf '## Completed Tasks\\n- [x] 1.${number} done\\n\\n## Learnings\\n- learned ${number}\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"\`
  - **Files**: \`files/${number}.txt\`
  - **Commit**: \`feat: ${number}\`
`

test(
  '200 tasks in one group, 32 side by side, are all carried out, merged, ticked and committed in order',
  { timeout: 300_000 },
  async () => {
    const numbers = Array.from({ length: 200 }, (_, at) => at + 1)
    const workspace = makeWorkspace(`# Tasks\n\n${numbers.map(task).join('\n')}`)
    workspace.write('files/.keep', '')
    let running = 0
    let most = 0
    const result = await drive(workspace, {
      options: { maxConcurrent: 32 },
      onEvent: (event) => {
        if (event.kind === 'attemptStarting') most = Math.max(most, ++running)
        if (event.kind === 'attemptEnded') running--
      },
    })
    expect(result.exitCode).toBe(0)
    expect(most).toBe(32)
    expect(workspace.subjects()).toEqual(numbers.map((number) => `feat: ${number}`))
    expect(workspace.read('specs/demo/.progress.md').match(/^- learned \d+$/gm)).toEqual(
      numbers.map((number) => `- learned ${number}`),
    )
    expect(workspace.read('specs/demo/tasks.md')).not.toContain('- [ ]')
    expect(existsSync(join(workspace.specDir, '.progress-task-7.md'))).toBe(false)
  },
)
