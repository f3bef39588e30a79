/** Phrases by which an executor takes its TASK_COMPLETE back; those that a "no" or "not" before them turns around. */
const demands =
  /\b(requires?|needs?) (manual|human)\b|\bmanual (intervention|action|steps?) (is|are|was|were|will be)? ?(required|needed|necessary)\b|\bmanual intervention\b|\bmust be (done|completed) manually\b/gi
const failures =
  /\b(cannot|can't|could not|couldn't) be automated\b|\b(could not|couldn't|cannot|can't|unable to|was not able to|wasn't able to) (fully )?(complete|finish)\b|\btask (is )?(not complete|incomplete)\b/gi
const turnedAround =
  /\b(no|not|never|none|nothing|without|neither|nor|n't|isn't|doesn't|don't|avoids?|instead of|if|unless|when)\b[^.!?;:\n]{0,60}$/i

/**
 * The sentence of an executor's final words that contradicts its marker, or null.
 * Words in quotes, code or block quotes are not its own; neither is what it repeats of the task's own text.
 */
export function findContradiction(finalWords: string, taskText: string): string | null {
  const own = withoutQuotes(finalWords)
  const known = squeeze(taskText)
  for (const phrases of [demands, failures]) {
    for (const match of own.matchAll(phrases)) {
      const sentence = sentenceAround(own, match.index, match[0].length)
      const before = own.slice(Math.max(0, match.index - 80), match.index)
      if (phrases === demands && turnedAround.test(before)) continue
      if (known.includes(squeeze(sentence))) continue
      return sentence
    }
  }
  return null
}

function withoutQuotes(text: string): string {
  const blank = (match: string): string => ' '.repeat(match.length)
  return text
    .replaceAll(/^```[\s\S]*?^```/gm, blank)
    .replaceAll(/`[^`\n]*`/g, blank)
    .replaceAll(/^\s*>.*$/gm, blank)
    .replaceAll(/"[^"\n]{0,200}"/g, blank)
    .replaceAll(/“[^”\n]{0,200}”/g, blank)
}

/** The sentence, at most the line, that holds a stretch of text. */
function sentenceAround(text: string, start: number, length: number): string {
  const before = text.slice(0, start)
  const from =
    Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf('! '), before.lastIndexOf('? ')) + 1
  const end = /[.!?](\s|$)|\n/.exec(text.slice(start + length))
  const to = end === null ? text.length : start + length + end.index
  return text.slice(from, to).replaceAll(/\s+/g, ' ').trim()
}

function squeeze(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s*_`>"#-]+/g, ' ')
    .trim()
}
