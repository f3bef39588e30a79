/** A spec that is to be told apart from others of the same name. */
export interface NamedSpec {
  readonly uri: string
  readonly name: string
}

/**
 * Where each spec stands, by its URI: the workspace folder when there are several, and the path below it when two specs
 * of one folder share a name. Specs that need neither are left out. `folderOf` gives the name of a spec's workspace
 * folder, `pathOf` the path of its own folder below that.
 */
export function specPlaces(
  specs: readonly NamedSpec[],
  several: boolean,
  folderOf: (uri: string) => string,
  pathOf: (uri: string) => string,
): ReadonlyMap<string, string> {
  const key = ({ uri, name }: NamedSpec): string => `${folderOf(uri)}\n${name}`
  const counts = new Map<string, number>()
  for (const spec of specs) counts.set(key(spec), (counts.get(key(spec)) ?? 0) + 1)
  return new Map(
    specs.flatMap((spec) => {
      const isTwin = (counts.get(key(spec)) ?? 0) > 1
      const place = [several ? folderOf(spec.uri) : '', isTwin ? pathOf(spec.uri) : ''].filter(Boolean).join('/')
      return place === '' ? [] : [[spec.uri, place] as const]
    }),
  )
}
