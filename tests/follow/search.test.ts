import { expect, test } from 'vitest'
import type { Chain } from '../../src/model/chain.ts'
import { asSought } from '../../src/model/as-sought.ts'
import { searchIndex } from '../../src/view/panels/following/search-index.ts'

const enterprises: Chain['enterprises'] = [
  {
    id: 'a',
    name: { zh: '武汉制动软管厂', en: 'Wuhan Brake Hose' },
    aliases: ['武汉软管总厂', 'WBH'],
    code: '91420100MA4K0001',
    role: 'sme',
    stage: 's',
    region: '湖北武汉 · Wuhan, Hubei',
    industry: '汽车 · vehicles',
  },
  {
    id: 'b',
    name: { zh: '长城汽车', en: 'Great Wall' },
    role: 'leading',
    stage: 's',
    region: '河北保定 · Baoding, Hebei',
  },
  { id: 'c', name: { zh: '宁德时代', en: 'CATL' }, role: 'leading', stage: 's', region: '湖北宜昌 · Yichang, Hubei' },
]
const supplies: Chain['supplies'] = [
  { id: '1', from: 'a', to: 'b', product: '制动软管 · brake hose' },
  { id: '2', from: 'c', to: 'b', product: '动力电池 · traction battery' },
]
const index = searchIndex(enterprises, supplies)
const found = (text: string, language: 'zh' | 'en' = 'zh') =>
  index.find(text, language).hits.map(({ group, id }) => `${group} ${id}`)

test.each([
  ['长城', 'name b'],
  ['great wa', 'name b'],
  ['ccqc', 'name b'],
  ['ndsd', 'name c'],
  ['ningdeshidai', 'name c'],
  ['WBH', 'other a'],
  ['91420100', 'other a'],
  ['软管总厂', 'other a'],
  ['battery', 'field c'],
  ['动力电池', 'products 动力电池 · traction battery'],
  ['dldc', 'products 动力电池 · traction battery'],
  ['Yichang', 'field c'],
  ['hbyc', 'regions 湖北宜昌 · Yichang, Hubei'],
  ['vehicles', 'field a'],
])('“%s” finds %s', (text, wanted) => expect(found(text)).toContain(wanted))

test.each(['佛吉亚通达(武汉)', '佛吉亚通达（武汉）', '佛吉亚通达（武汉)', '（武汉）佛吉亚', 'ＦＪＹ'])(
  'a name with brackets is found as “%s”, whatever their width, and shown as its source writes it',
  (text) => {
    for (const zh of ['佛吉亚通达(武汉)FJY', '佛吉亚通达（武汉）FJY']) {
      const named = searchIndex([{ id: 'f', name: { zh, en: 'Faurecia' }, role: 'core', stage: 's' }], [])
      expect(named.find(text, 'zh').hits).toMatchObject([{ group: 'name', id: 'f', label: zh }])
    }
  },
)

test.each(['通达（武汉', '通达(武汉', 'ＦＪＹ'])('lists that are narrowed by “%s” take either width', (text) => {
  for (const name of ['佛吉亚通达(武汉)FJY', '佛吉亚通达（武汉）FJY'])
    expect(asSought(name).includes(asSought(text))).toBe(true)
})

test('an enterprise stands in one group alone, the reason is what it was found by, in the language of the page', () => {
  const { hits } = index.find('battery', 'en')
  expect(hits.find(({ id }) => id === 'c')).toMatchObject({
    label: 'CATL',
    group: 'field',
    reason: { field: 'product', text: 'traction battery' },
  })
  for (const text of ['武汉', 'Hubei', '9142', '汽车']) expect(new Set(found(text)).size, text).toBe(found(text).length)
})

test('all words must fit, and a word of the name with one of the product leads to the enterprise', () => {
  expect(found('长城 电池')).toEqual([])
  expect(found('CATL battery')).toContain('field c')
})

test('a product stands for all who supply or buy it', () => {
  const hit = index.find('brake hose', 'en').hits.find(({ group }) => group === 'products')
  expect([...hit!.enterprises].toSorted()).toEqual(['a', 'b'])
})

test('nothing found is nothing, and nothing breaks', () => {
  for (const text of ['', '   ', 'zzzzqqq', '\u0000', '((('])
    expect(index.find(text, 'en')).toEqual({ hits: [], more: 0 })
})
