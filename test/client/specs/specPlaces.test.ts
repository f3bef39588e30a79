import { expect, it } from 'vitest'
import { specPlaces } from '../../../client/src/specs/specPlaces'

const specs = ['shop/specs/login', 'shop/specs/cart', 'site/specs/login'].map((path) => ({
  uri: path,
  name: path.split('/').at(-1) ?? '',
}))
const folderOf = (uri: string): string => uri.split('/')[0] ?? ''
const pathOf = (uri: string): string => uri.split('/').slice(1).join('/')

it('says nothing in a single folder where every name is another', () => {
  expect([...specPlaces(specs.slice(0, 2), false, folderOf, pathOf)]).toEqual([])
})

it('names the folder of each spec when there are several', () => {
  expect([...specPlaces(specs, true, folderOf, pathOf).values()]).toEqual(['shop', 'shop', 'site'])
})

it('tells specs of one name apart by their path', () => {
  const twins = [...specs, { uri: 'shop/apps/login', name: 'login' }]
  expect(specPlaces(twins, true, folderOf, pathOf)).toEqual(
    new Map([
      ['shop/specs/login', 'shop/specs/login'],
      ['shop/specs/cart', 'shop'],
      ['site/specs/login', 'site'],
      ['shop/apps/login', 'shop/apps/login'],
    ]),
  )
})
