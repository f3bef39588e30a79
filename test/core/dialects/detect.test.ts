import { describe, expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'

function dialect(text: string, path?: string): string {
  return parseTasksDocument(text, path === undefined ? {} : { path }).dialect
}

describe('the path decides first', () => {
  test.each([
    ['openspec/changes/a/tasks.md', 'openspec'],
    ['.spec-workflow/specs/a/tasks.md', 'spec-workflow'],
    ['agent-os/specs/a/tasks.md', 'agent-os'],
    ['.agent-os/specs/a/tasks.md', 'agent-os'],
    ['.kiro/specs/a/tasks.md', 'kiro'],
    ['.claude/specs/a/tasks.md', 'kiro'],
    ['C:\\work\\.kiro\\specs\\a\\tasks.md', 'kiro'],
    ['file:///home/me/my%20work/openspec/changes/a/tasks.md', 'openspec'],
    ['my-openspec/changes/a/tasks.md', 'spec-kit'],
    ['specs/a/tasks.md', 'spec-kit'],
  ])('%s is %s, whatever it holds', (path, expected) => {
    expect(dialect('- [ ] T001 A\n- [ ] T002 B\n', path)).toBe(expected)
  })

  test.each([
    '- [ ] 1.1 (P) A',
    '- [ ] 1.1 A (P)',
    '- [ ] 1.1 A\n  - _Boundary: X_',
    '- [ ] 1.1 A\n  - _Depends: 1.0_',
  ])('below .kiro/specs %j speaks for cc-sdd', (text) => {
    expect(dialect(text, '.kiro/specs/a/tasks.md')).toBe('cc-sdd')
  })
})

describe('then the content', () => {
  const fields = '  - **Do**: a\n  - **Files**: a\n  - **Verify**: a\n'

  test.each([
    ['T ids on two boxes of five', '- [ ] T001 A\n- [ ] T002 B\n- [ ] c\n- [ ] d\n- [ ] e\n', 'spec-kit'],
    ['T ids on two boxes of six', '- [ ] T001 A\n- [ ] T002 B\n- [ ] c\n- [ ] d\n- [ ] e\n- [ ] f\n', 'generic'],
    ['bold T ids with Do', '- [ ] **T001** A\n  - **Do**: a\n- [ ] **T002** B\n', 'sdd-companion'],
    ['bold T ids without Do', '- [ ] **T001** A\n- [ ] **T002** B\n', 'spec-kit'],
    ['three fields twice', `- [ ] 1.1 A\n${fields}- [ ] 1.2 B\n${fields}`, 'smart-ralph'],
    ['three fields once, of two tasks', `- [ ] 1.1 A\n${fields}- [ ] 1.2 B\n`, 'generic'],
    ['three fields of the only task', `- [ ] 1.1 A\n${fields}`, 'smart-ralph'],
    ['fields in a fence', `- [ ] 1.1 A\n\n\`\`\`\n${fields}${fields}\`\`\`\n`, 'generic'],
    ['_Leverage:', '- [ ] 1. A\n  - _Leverage: x_\n', 'spec-workflow'],
    ['(P)', '- [ ] 1. A\n- [ ] 1.1 (P) B\n', 'cc-sdd'],
    ['_Requirements:', '- [ ] 1. A\n  - _Requirements: 1.1_\n', 'kiro'],
    ['nothing', '', 'generic'],
  ])('%s', (_, text, expected) => {
    expect(dialect(text)).toBe(expected)
  })
})

describe('templates', () => {
  test.each([
    'templates/tasks.md',
    '.claude/commands/tasks.md',
    'plugins/x/skills/y/tasks.md',
    'node_modules/a/b/c/d/tasks.md',
  ])('%s is one, unless it is opened on purpose', (path) => {
    expect(parseTasksDocument('', { path }).template).toBe(true)
    expect(parseTasksDocument('', { path, openedOnPurpose: true }).template).toBe(false)
  })

  test.each([
    '.spec-workflow/specs/a/tasks.md',
    'specs/templates.md',
    'specs/agents-view/tasks.md',
    '/home/me/agents/project/specs/a/tasks.md',
  ])('%s is none', (path) => {
    expect(parseTasksDocument('', { path }).template).toBe(false)
  })
})
