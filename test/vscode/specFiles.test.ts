import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as vscode from 'vscode'
import type { ExtensionApi } from '../../client/src/api'
import { inWorkspace, readyExtension } from './extension'
import { problemsBecome } from './spec'
import { waitFor } from './waitFor'

const overlap = '- [ ] T001 [P] Write src/a.ts\n- [ ] T002 [P] Write src/a.ts\n'

describe('A spec that nobody has opened', () => {
  let api: ExtensionApi
  const folder = () => inWorkspace('specs', 'closed')
  const file = () => vscode.Uri.joinPath(folder(), 'deep', 'tasks.md')
  const isKnown = () => api.specs().some(({ uri }) => uri === file().toString())
  before(async () => {
    api = await readyExtension()
  })
  after(() => rm(folder().fsPath, { recursive: true, force: true }))

  it('is known, with its problems, as soon as it is on disk', async () => {
    await mkdir(join(folder().fsPath, 'deep'), { recursive: true })
    await writeFile(file().fsPath, overlap)
    await waitFor('the spec', () => isKnown() || undefined)
    await problemsBecome(file(), ['2 file-overlap'])
  })

  it('is forgotten when a folder above it is deleted', async () => {
    await rm(folder().fsPath, { recursive: true, force: true })
    await waitFor('the spec to be gone', () => !isKnown() || undefined)
    await problemsBecome(file(), [])
  })

  it('is known when a whole folder is moved into the workspace, and forgotten when it is moved out again', async () => {
    const outside = join(await mkdtemp(join(tmpdir(), 'pt-moved-')), 'closed')
    await mkdir(join(outside, 'deep'), { recursive: true })
    await writeFile(join(outside, 'deep', 'tasks.md'), overlap)
    await rename(outside, folder().fsPath)
    await waitFor('the spec', () => isKnown() || undefined)
    await rename(folder().fsPath, outside)
    await waitFor('the spec to be gone', () => !isKnown() || undefined)
    await rm(join(outside, '..'), { recursive: true, force: true })
  })
})
