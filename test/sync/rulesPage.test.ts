import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rules } from '#core/rules/registry'
import { createRulePage } from '../../server/src/rulePage'
import { rulesFile, startClient } from '../server/startClient'

const lines = readFileSync(rulesFile, 'utf8').split('\n')

describe('the page of rules', () => {
  it('has a heading for every rule and for nothing else', () => {
    const headings = lines.flatMap((line) => /^## ([a-z-]+)$/.exec(line)?.[1] ?? [])
    expect(headings).toEqual(rules.map(({ code }) => code))
  })

  it.each(rules.map(({ code }) => code))('can be linked to at %s, by heading and by line', (code) => {
    const page = createRulePage(rulesFile)
    const heading = new URL(page.headingOf(code) ?? '')
    expect(existsSync(fileURLToPath(heading))).toBe(true)
    expect(lines).toContain(`## ${heading.hash.slice(1)}`)
    const { hash } = new URL(page.lineOf(code) ?? '')
    expect(lines[Number(hash.slice('#L'.length)) - 1]).toBe(`## ${code}`)
  })

  it('gives no link where there is no page', () => {
    expect(createRulePage(`${rulesFile}.gone`).headingOf('duplicate-id')).toBeUndefined()
  })

  it.each(['.vscodeignore', '.npmignore'])('is in the package that %s describes', (list) => {
    const allowed = readFileSync(new URL(`../../${list}`, import.meta.url), 'utf8').split('\n')
    expect(allowed.map((line) => line.replace('!/', '!'))).toContain('!docs/rules.md')
  })
})

describe('the code of a diagnostic', () => {
  const text = '- [ ] T001 a\n- [ ] T001 b\n'
  const linkFor = async (options: Parameters<typeof startClient>[0]): Promise<string | undefined> => {
    const client = await startClient(options)
    await client.open('file:///spec/tasks.md', text)
    const [diagnostic] = (await client.diagnostics.next()).diagnostics
    client.dispose()
    return diagnostic?.codeDescription?.href
  }

  it('leads to the heading of its rule, and in VS Code to its line', async () => {
    const page = createRulePage(rulesFile)
    expect(await linkFor({ codeLinks: true })).toBe(page.headingOf('duplicate-id'))
    expect(await linkFor({ codeLinks: true, builtInMarkdown: true })).toBe(page.lineOf('duplicate-id'))
  })

  it('is no link for an editor that shows none', async () => {
    expect(await linkFor({})).toBeUndefined()
  })
})
