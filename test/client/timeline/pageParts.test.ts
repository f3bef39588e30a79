import { describe, expect, it } from 'vitest'
import { pageHtml } from '../../../client/src/timeline/pageHtml'
import { readPageMessage, readPageState } from '../../../client/src/timeline/pageMessage'

describe('the page of the timeline', () => {
  const parts = { script: 'vscode://t.js', style: 'vscode://t.css', cspSource: 'vscode:', nonce: 'abc' }
  const html = pageHtml({ ...parts, language: 'en', texts: undefined })

  it('may load its own script and style and nothing else', () => {
    expect(html).toContain(`content="default-src 'none'; style-src vscode:; script-src 'nonce-abc'"`)
    expect(html).toContain('<script nonce="abc" src="vscode://t.js">')
    expect(html).not.toMatch(/unsafe-|style="|https?:/)
  })

  it('gets the texts of its language as data that no text can end', () => {
    const texts = { Task: 'Aufgabe', Log: '</script><b>' }
    const german = pageHtml({ ...parts, language: 'de', texts })
    expect(german).toContain('<html lang="de">')
    const [, table = ''] = /<script type="application\/json" id="texts">(.*?)<\/script>/.exec(german) ?? []
    expect(JSON.parse(table)).toEqual(texts)
  })
})

describe('what a page sends', () => {
  it.each([
    { kind: 'ready' },
    { kind: 'openLog', index: 2, attempt: 1 },
    { kind: 'showChanges', index: 2 },
    { kind: 'goToTask', index: 0 },
  ])('is understood: $kind', (message) => {
    expect(readPageMessage(message)).toBe(message)
  })

  it.each([
    null,
    'ready',
    {},
    { kind: 'openLog', index: 2 },
    { kind: 'goToTask', index: '2' },
    { kind: 'run', index: 1 },
  ])('is left alone when it is anything else: %j', (message) => {
    expect(readPageMessage(message)).toBeUndefined()
  })

  it('is kept over a reload, unless it would lead out of the folder of runs', () => {
    const state = { file: '/w/tasks.md', runId: '20261122T1-ab', zoom: 1, asTable: false, selected: null }
    expect(readPageState(state)).toEqual({ file: '/w/tasks.md', runId: '20261122T1-ab' })
    expect(readPageState({ ...state, runId: '../../etc' })).toBeUndefined()
    expect(readPageState(undefined)).toBeUndefined()
  })
})
