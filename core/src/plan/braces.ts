/** More names than this are not spelled out; the pattern then stands for itself. */
const MOST = 500

/** Spells brace sets out: `src/{a,b}.ts`, nested ones and `{1..3}` too. A brace without a comma or range stays. */
export function expandBraces(pattern: string): readonly string[] {
  const found = expand(pattern)
  return found.length > MOST ? [pattern] : found
}

function expand(pattern: string): readonly string[] {
  for (let open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', open + 1)) {
    const close = closing(pattern, open)
    if (close < 0) return [pattern]
    const options = optionsOf(pattern.slice(open + 1, close))
    if (options.length < 2) continue
    const before = pattern.slice(0, open)
    const rests = expand(pattern.slice(close + 1))
    const found: string[] = []
    for (const option of options) {
      for (const inner of expand(option)) {
        for (const rest of rests) if (found.length <= MOST) found.push(before + inner + rest)
      }
    }
    return found
  }
  return [pattern]
}

function closing(pattern: string, open: number): number {
  let depth = 0
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === '{') depth++
    else if (pattern[at] === '}' && --depth === 0) return at
  }
  return -1
}

function optionsOf(inner: string): readonly string[] {
  const range = /^(-?\d+)\.\.(-?\d+)$/.exec(inner)
  if (range !== null) return countFrom(Number(range[1]), Number(range[2]))
  const options: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= inner.length; at++) {
    const character = inner[at]
    if (character === '{') depth++
    else if (character === '}') depth--
    else if ((character === ',' && depth === 0) || at === inner.length) {
      options.push(inner.slice(from, at).trim())
      from = at + 1
    }
  }
  return options
}

function countFrom(first: number, last: number): readonly string[] {
  const size = Math.abs(last - first) + 1
  if (size > MOST) return []
  return Array.from({ length: size }, (_, step) => String(first < last ? first + step : first - step))
}
