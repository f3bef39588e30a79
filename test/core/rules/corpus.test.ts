import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { planGroups } from '#core/plan/groups'
import { checkDocument } from '#core/rules/check'
import type { Problem } from '#core/rules/problem'
import { defaultSettings } from '#core/settings/settings'
import { indexLines, lineCount, lineText } from '#core/text/lines'
import type { Range } from '#core/text/position'

const corpus = path.join(import.meta.dirname, '../../../../shared/corpus')
const present = existsSync(path.join(corpus, 'manifest.tsv'))

interface Checked {
  readonly file: string
  readonly text: string
  readonly dialect: string
  readonly groups: number
  readonly problems: readonly Problem[]
}

function checkAll(): readonly Checked[] {
  const rows = readFileSync(path.join(corpus, 'manifest.tsv'), 'utf8').trim().split(/\r?\n/).slice(1)
  return rows.map((row) => {
    const [, , , original = '', , , file = ''] = row.split('\t')
    const text = readFileSync(path.join(corpus, file), 'utf8')
    const document = parseTasksDocument(text, { path: original })
    const plan = planGroups(document, 'heading')
    const problems = checkDocument(document, { plan, settings: defaultSettings })
    return {
      file,
      text,
      dialect: document.dialect,
      groups: plan.groups.filter((group) => group.isParallel).length,
      problems,
    }
  })
}

function outside(text: string, problems: readonly Problem[]): readonly Range[] {
  const lines = indexLines(text)
  const inside = ({ start, end }: Range): boolean =>
    start.line >= 0 &&
    end.line < lineCount(lines) &&
    start.character <= lineText(lines, start.line).length &&
    end.character <= lineText(lines, end.line).length &&
    (start.line < end.line || (start.line === end.line && start.character <= end.character))
  return problems
    .flatMap(({ range, related }) => [range, ...(related ?? []).map((other) => other.range)])
    .filter((range) => !inside(range))
}

if (!present) {
  it('has no real files to look at: ../shared/corpus is not here, so the fixtures alone must do', () => {
    expect(present).toBe(false)
  })
} else {
  describe('over all real files of ../shared/corpus', () => {
    let checked: readonly Checked[]
    beforeAll(() => {
      checked = checkAll()
    }, 300_000)

    it('never throws, and every range lies inside its text', () => {
      expect(checked.length).toBeGreaterThan(500)
      expect(
        checked.filter(({ text, problems }) => outside(text, problems).length > 0).map(({ file }) => file),
      ).toEqual([])
    })

    it('finds the overlaps that real groups have: about one in five of spec-kit, one in three of smart-ralph', () => {
      expect(clashing(checked, 'spec-kit')).toBeGreaterThan(0.15)
      expect(clashing(checked, 'spec-kit')).toBeLessThan(0.3)
      expect(clashing(checked, 'smart-ralph')).toBeGreaterThan(0.2)
      expect(clashing(checked, 'smart-ralph')).toBeLessThan(0.5)
    })

    it('finds errors in few files: what a person would call broken is rare', () => {
      const broken = checked.filter(({ problems }) => problems.some(({ severity }) => severity === 'error'))
      expect(broken.length / checked.length).toBeLessThan(0.1)
    })
  })
}

/** The share of a dialect's groups in which two tasks name one file. */
function clashing(checked: readonly Checked[], dialect: string): number {
  const files = checked.filter((file) => file.dialect === dialect)
  const groups = files.reduce((sum, file) => sum + file.groups, 0)
  const hit = files.reduce((sum, { problems }) => {
    const overlaps = problems.filter(({ code }) => code === 'file-overlap')
    return sum + new Set(overlaps.map(({ data }) => data?.['group'])).size
  }, 0)
  return hit / groups
}
