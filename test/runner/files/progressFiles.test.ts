import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { leftoverProgressFiles, mergeProgressFiles, removeProgressFiles } from '../../../runner/src/files/progressFiles'

let dir: string
const put = (name: string, text: string | Uint8Array): Promise<void> => writeFile(join(dir, name), text)
const progress = (): Promise<string> => readFile(join(dir, '.progress.md'), 'utf8')
const task = (index: number) => ({ index, id: `1.${index}`, title: `Task ${index}` })

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pt-progress-'))
})

describe('mergeProgressFiles', () => {
  it('merges the files of the tasks in index order and deletes none', async () => {
    await put('.progress-task-2.md', '## Learnings\n- two\n')
    await put('.progress-task-1.md', '## Learnings\n- one\n')
    expect(await mergeProgressFiles(dir, [task(2), task(1)])).toEqual({ merged: [1, 2], skipped: [], waiting: [] })
    expect(await progress()).toBe('## Learnings\n- one\n- two\n')
    expect((await readdir(dir)).sort()).toEqual(['.progress-task-1.md', '.progress-task-2.md', '.progress.md'])
  })

  it('does not touch the file when nothing is new', async () => {
    await put('.progress-task-1.md', '## Learnings\n- one\n')
    await mergeProgressFiles(dir, [task(1)])
    const before = await stat(join(dir, '.progress.md'))
    expect(await mergeProgressFiles(dir, [task(1)])).toEqual({ merged: [1], skipped: [], waiting: [] })
    expect((await stat(join(dir, '.progress.md'))).ino).toBe(before.ino)
  })

  it('skips what is missing, no text, or a folder, each with its reason, and merges the rest', async () => {
    await put('.progress-task-2.md', Uint8Array.of(0x23, 0xff, 0xfe))
    await mkdir(join(dir, '.progress-task-3.md'))
    await put('.progress-task-4.md', '## Learnings\n- four\n')
    const { merged, skipped } = await mergeProgressFiles(dir, [1, 2, 3, 4].map(task))
    expect(merged).toEqual([4])
    expect(skipped.map(({ index, reason }) => [index, reason.split(':')[0]])).toEqual([
      [1, '.progress-task-1.md was not written'],
      [2, '.progress-task-2.md is not UTF-8 text'],
      [3, '.progress-task-3.md is a folder'],
    ])
    expect(await progress()).toBe('## Learnings\n- four\n')
  })

  it.runIf(process.platform !== 'win32')(
    'is not held up by a pipe, nor led away by a link, nor filled by a flood',
    async () => {
      execFileSync('mkfifo', [join(dir, '.progress-task-1.md')])
      await symlink('/dev/zero', join(dir, '.progress-task-2.md'))
      await put('elsewhere.md', '## Learnings\n- not the task’s\n')
      await symlink('elsewhere.md', join(dir, '.progress-task-3.md'))
      await put('.progress-task-4.md', `## Learnings\n- ${'x'.repeat(5 * 1024 * 1024)}\n`)
      await put('.progress-task-5.md', '## Learnings\n- five\n')
      const { merged, skipped } = await mergeProgressFiles(dir, [1, 2, 3, 4, 5].map(task))
      expect(merged).toEqual([5])
      expect(skipped.map(({ reason }) => reason.split(':')[0])).toEqual([
        '.progress-task-1.md is no ordinary file',
        '.progress-task-2.md is no ordinary file',
        '.progress-task-3.md is no ordinary file',
        '.progress-task-4.md is too large to be notes',
      ])
      await removeProgressFiles(dir, [5])
      expect(await progress()).toBe('## Learnings\n- five\n')
    },
  )

  it('takes a file whose last character was cut in half', async () => {
    await put('.progress-task-1.md', Buffer.from('## Learnings\n- caf\u00e9').subarray(0, -1))
    expect((await mergeProgressFiles(dir, [task(1)])).merged).toEqual([1])
    expect(await progress()).toBe('## Learnings\n- caf\n')
  })

  it('never writes over a .progress.md that is no text', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00])
    await put('.progress.md', bytes)
    await put('.progress-task-1.md', '## Learnings\n- one\n')
    const { merged, skipped, waiting } = await mergeProgressFiles(dir, [task(1)])
    expect({ merged, waiting }).toEqual({ merged: [], waiting: [1] })
    expect(skipped[0]?.reason).toMatch(/\.progress\.md is not UTF-8 text, so that \.progress-task-1\.md was kept/)
    expect(await readFile(join(dir, '.progress.md'))).toEqual(bytes)
  })

  it('merges 1,000 files', async () => {
    const tasks = Array.from({ length: 1000 }, (_, index) => task(index))
    for (const { index } of tasks) {
      await put(
        `.progress-task-${index}.md`,
        `## Completed Tasks\n- [x] 1.${index} Task\n\n## Learnings\n- Learned ${index}\n`,
      )
    }
    const { merged } = await mergeProgressFiles(dir, tasks)
    expect(merged).toHaveLength(1000)
    const lines = (await progress()).split('\n')
    expect(lines.filter((line) => line.startsWith('- [x]'))).toEqual(tasks.map(({ index }) => `- [x] 1.${index} Task`))
    expect(lines.filter((line) => line.startsWith('- Learned'))).toEqual(tasks.map(({ index }) => `- Learned ${index}`))
  })
})

describe('leftoverProgressFiles', () => {
  it('finds them by their exact name, in order, and removeProgressFiles takes them away', async () => {
    for (const name of [
      '.progress-task-10.md',
      '.progress-task-2.md',
      '.progress-task-x.md',
      '.progress-task-02.md',
      '.progress.md',
    ])
      await put(name, '')
    expect(await leftoverProgressFiles(dir)).toEqual([2, 10])
    await removeProgressFiles(dir, [2, 3])
    expect(await leftoverProgressFiles(dir)).toEqual([10])
  })

  it('finds none in a folder that is not there', async () => {
    expect(await leftoverProgressFiles(join(dir, 'nowhere'))).toEqual([])
  })
})
