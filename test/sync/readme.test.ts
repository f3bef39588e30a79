import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runCli } from '../runner/commands/runCli'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Pages that say where things are. */
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/editors.md', 'docs/mcp.md']

describe('the README', () => {
  it('can be checked: each line of its table names a test or a command that there is', () => {
    const table = readme.slice(readme.indexOf('## What it does'), readme.indexOf('The right column'))
    const rows = table.split('\n').filter((line) => /^\| [a-z]/.test(line))
    const checks = rows.map((row) => row.split('|').at(-2) ?? '')
    expect(rows.length).toBeGreaterThan(8)
    expect(checks.filter((check) => !/`(test\/|npm run |parallel-tasks )/.test(check))).toEqual([])
    const paths = checks.flatMap((check) => [...check.matchAll(/`(test\/[\w./]+)`/g)].map(([, path]) => path ?? ''))
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('names scripts and pages that there are', () => {
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    const links = [...readme.matchAll(/(?<!!)\[[^\]]*\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '')
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('shows pictures that there are, and one that moves and is quickly loaded', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path ?? '')
    expect(pictures.filter((path) => !existsSync(join(root, path)))).toEqual([])
    const moving = pictures.filter((path) => path.endsWith('.gif')).map((path) => readFileSync(join(root, path)))
    expect(moving.map((gif) => gif.subarray(0, 6).toString())).toEqual(['GIF89a'])
    expect(moving[0]?.length).toBeLessThanOrEqual(400 * 1024)
  })

  it('shows every command of the command line', async () => {
    const { out } = await runCli(['--help'], root)
    const list = out.slice(out.indexOf('Commands:'), out.indexOf('Examples:'))
    const commands = [...list.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name).filter((name) => name !== 'help')
    const shown = [...readme.matchAll(/^parallel-tasks ([a-z]+) /gm)].map(([, name]) => name)
    expect(new Set(shown)).toEqual(new Set(commands))
  })

  it('begins with the way of a newcomer and with two commands', () => {
    const start = readme.slice(0, readme.indexOf('## What it does'))
    expect(start).toContain('Parallel Tasks: Get Started')
    expect([...start.matchAll(/^npm (?:run )?\w+ +#/gm)]).toHaveLength(2)
  })
})

describe('the pages', () => {
  it.each(pages)('%s names files that there are', (page) => {
    const text = readFileSync(join(root, page), 'utf8')
    const named = text.matchAll(/`((?:core|server|runner|client|test|scripts|schemas|docs|l10n)\/[\w./-]+)`/g)
    const paths = [...named].map(([, path]) => path ?? '')
    expect(paths.filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, `${path}.ts`)))).toEqual([])
  })
})
