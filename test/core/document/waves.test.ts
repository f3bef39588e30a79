import { expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { indexLines, textIn } from '#core/text/lines'

const before = '- [ ] 1.1 A\n- [ ] 1.2 B\n\n## Task Dependency Graph\n\n'

test('the waves of a json fence are read with the place of each id', () => {
  const text = `${before}\`\`\`json\n{"waves":[{"id":0,"tasks":["1.1"]},\n {"id":1,"tasks":["1.2","1.1"]}]}\n\`\`\`\n`
  const waves = parseTasksDocument(text).waves
  const lines = indexLines(text)
  expect(waves?.waves.map((wave) => wave.map((id) => id.text))).toEqual([['1.1'], ['1.2', '1.1']])
  expect(waves?.waves.flat().map((id) => textIn(lines, id.range))).toEqual(['1.1', '1.2', '1.1'])
  expect(waves?.waves.flat().map((id) => id.range.start.line)).toEqual([6, 7, 7])
})

test.each(['{"waves": oops}', '{"waves": 3}', '[]', '{"other": []}', ''])('%s are no waves', (json) => {
  expect(parseTasksDocument(`${before}\`\`\`json\n${json}\n\`\`\`\n`).waves).toBeNull()
})

test('what is no text among the ids is left out', () => {
  const text = `${before}\`\`\`json\n{"waves":[{"tasks":["1.1", 2, null]}, 7]}\n\`\`\`\n`
  expect(parseTasksDocument(text).waves?.waves.map((wave) => wave.map((id) => id.text))).toEqual([['1.1'], []])
})
