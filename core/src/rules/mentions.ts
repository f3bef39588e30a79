/**
 * True when a text names a path as a whole: `src/a.ts` is named in "reads `./src/a.ts`." and not in
 * "src/a.tsx", "lib/src/a.ts" or "src/a.ts.bak".
 */
export function mentions(text: string, path: string): boolean {
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
    const before = text.slice(0, at).replace(/(?:^|(?<=[^\w./-]))\.\/$/, '')
    const after = text.slice(at + path.length)
    if (!/[\w./\\-]$/.test(before) && !/^(?:[\w/\\-]|\.\w)/.test(after)) return true
  }
  return false
}
