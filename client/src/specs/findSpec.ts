import { dirname, isAbsolute, resolve } from 'node:path'
import * as l10n from '@vscode/l10n'
import type { SpecOutline } from '#core/wire/messages'
import { UserError } from '../platform/userError'

/**
 * The spec that a person or an agent names: by its folder or its tasks document, relative to one of the bases or
 * absolute, or by its bare name. Without a name it is the only spec there is. Throws a `UserError` that lists what there is.
 */
export function findSpec(
  specs: readonly SpecOutline[],
  name: string | undefined,
  places: { readonly bases: readonly string[]; readonly fileOf: (spec: SpecOutline) => string },
): SpecOutline {
  const known = specs.map((spec) => spec.name).join(', ')
  const [only, second] = specs
  if (only === undefined) throw new UserError(l10n.t('There is no spec here. Make a folder with a tasks.md first.'))
  if (name === undefined) {
    if (second === undefined) return only
    throw new UserError(l10n.t('There are {0} specs here. Name one of them: {1}.', specs.length, known))
  }
  const wanted = new Set(isAbsolute(name) ? [resolve(name)] : places.bases.map((base) => resolve(base, name)))
  const byPath = specs.find((spec) => wanted.has(places.fileOf(spec)) || wanted.has(dirname(places.fileOf(spec))))
  const byName = specs.filter((spec) => spec.name === name)
  const found = byPath ?? (byName.length === 1 ? byName[0] : undefined)
  if (found !== undefined) return found
  throw new UserError(l10n.t('There is no spec "{0}" here. There is {1}.', name, known))
}
