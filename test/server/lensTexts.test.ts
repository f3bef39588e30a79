import { expect, it } from 'vitest'
import { CodeLensRequest } from 'vscode-languageserver-protocol/node'
import { englishInlayTexts } from '#core/features/inlayHints'
import { englishLensTexts, type LensTexts } from '#core/features/lensTexts'
import { inlayTexts } from '../../server/src/features/inlayHints'
import { lensTexts } from '../../server/src/features/lensTexts'
import { startClient, type ClientOptions } from './startClient'

/** Every text, filled with what tells its places apart. */
function said(texts: LensTexts): readonly string[] {
  return [
    texts.runAll(1),
    texts.resume(),
    texts.runPhase(),
    texts.runGroup('1'),
    texts.runInSequence(),
    texts.runOnlyOne('a', 1),
    texts.runAnyway(),
    texts.runTask(),
    texts.groupWaits('1'),
    texts.groupCannotRun('1', 'a'),
    texts.cannotRun('a'),
    texts.someOf(1, 2),
    texts.progress(1, 2, 0),
    texts.progress(1, 2, 3),
    texts.failed(1),
    texts.retryFailed(),
    texts.stop(),
    texts.stopTask(),
    texts.showLog(),
    texts.showDiff(),
    texts.showTerminals(),
    texts.timeline(),
  ]
}

it('lenses and hints say without a translation what core says', () => {
  expect(said(lensTexts)).toEqual(said(englishLensTexts))
  expect(inlayTexts.label(3, '1.4')).toBe(englishInlayTexts.label(3, '1.4'))
  expect(inlayTexts.tooltip('1.2, 1.3')).toBe(englishInlayTexts.tooltip('1.2, 1.3'))
})

it('lenses speak the language of the client, and English again with the next one', async () => {
  const texts = { 'Run parallel group ({0})': 'Parallele Gruppe ausführen ({0})' }
  expect(await titles({ texts })).toEqual(
    expect.arrayContaining(['▶ Parallele Gruppe ausführen (2)', 'Run in sequence']),
  )
  expect(await titles({})).toContain('▶ Run parallel group (2)')
})

async function titles(options: ClientOptions): Promise<readonly string[]> {
  const client = await startClient(options)
  const uri = 'file:///spec/tasks.md'
  await client.open(uri, '- [ ] T001 [P] Create a in a.ts\n- [ ] T002 [P] Create b in b.ts\n')
  const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })
  client.dispose()
  return (lenses ?? []).map(({ command }) => command?.title ?? '')
}
