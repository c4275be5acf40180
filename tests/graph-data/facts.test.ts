import { describe, expect, test } from 'vitest'
import { consigned } from '../../scripts/make-chains/electronics.ts'
import { parseCsv } from '../../scripts/make-chains/csv.ts'
import { bytesOf, chainOf, SHIPPED, textOf } from './shipped.ts'

const CHAINS = [
  ['A', 'vehicles.chain.json'],
  ['B', 'electronics.chain.json'],
  ['C', 'textiles.chain.json'],
] as const

const table = (name: string) => parseCsv(textOf(`facts/${name}.csv`))
const pair = (row: Readonly<Record<string, string>>): string => `${row.source}>${row.target}`

describe.each(CHAINS)('facts %s in %s', (letter, file) => {
  const chain = chainOf(file)
  const supplies = table(`${letter}_supplies`)
  const isListed = (id: string | undefined): boolean => chain.enterprises.some((enterprise) => enterprise.id === id)

  test('every stage and every enterprise is there, but those that only G1 tells', () => {
    expect(chain.stages.map(({ id }) => id)).toEqual(table(`${letter}_segments`).map(({ id }) => id))
    const known = table(`${letter}_enterprises`).filter(({ src }) => src !== 'G1')
    expect(known.length).toBeGreaterThan(70)
    expect(chain.enterprises.map(({ id }) => id)).toEqual(known.map(({ id }) => id))
  })

  test('every supply of the facts is there, but those that G1 tells; nothing else is stated', () => {
    const kept = supplies.filter((row) => row.src !== 'G1' && isListed(row.source) && isListed(row.target))
    const told = kept.map((row) => ({ from: row.source!, to: row.target!, product: row.product!, source: row.src! }))
    const routed = letter === 'B' ? consigned(told) : told
    expect(chain.supplies.map(({ id }) => id)).toEqual(routed.map(({ from, to }) => `${from}>${to}`))
    const facts = new Set(kept.map(pair))
    const unknown = chain.supplies.filter(({ from, to }) => !facts.has(`${from}>${to}`) && !facts.has(`${to}>${from}`))
    expect(unknown.filter(({ confidence }) => confidence !== 'assumed')).toEqual([])
  })

  test('no link rests on G1', () => {
    const weak = new Set(supplies.filter(({ src }) => src === 'G1').map(pair))
    expect(weak.size).toBeGreaterThan(2)
    expect(chain.supplies.filter(({ id }) => weak.has(id))).toEqual([])
    expect(JSON.stringify(chain)).not.toContain('"G1"')
  })

  test('what G2 or a weak list tells is likely, what a source tells is stated', () => {
    for (const { sources, confidence } of [...chain.enterprises, ...chain.supplies]) {
      expect(sources!.length).toBeGreaterThan(0)
      if (confidence === 'assumed') continue
      expect(confidence).toBe(['G2', 'ATL', 'CLU'].includes(sources![0]!) ? 'likely' : 'stated')
    }
  })

  test('every figure that follows from a rule is marked', () => {
    for (const each of chain.enterprises) {
      const derived = each.finalDemand === undefined ? ['spareCapacity'] : ['finalDemand', 'spareCapacity']
      expect(each.assumed).toEqual(derived)
    }
    for (const { flow, assumed } of chain.supplies) {
      expect(flow).toBeUndefined()
      expect(assumed).toContain('leadDays')
    }
    for (const { outsideFlow, assumed } of chain.inputs!) {
      expect(outsideFlow).toBeUndefined()
      expect(assumed).toEqual(['need', 'coverDays', 'costShare'])
    }
  })

  test('only a product whose sole source is told has one', () => {
    const sole = chain.supplies.filter(({ share }) => share === 1).map(({ id }) => id)
    const told = {
      A: ['krh>hyundai', 'krh>kia', 'aptivsh>tslsh', 'aptivsh>sgm', 'leoniua>vwde', 'leoniua>bmwde', 'stmuar>boschcn'],
      B: ['zeiss>asml', 'trumpf>asml', 'cymer>asml', 'asml>tsmc', ...sites('tsmc')],
      C: [],
    }[letter]
    expect(sole.toSorted()).toEqual(told.toSorted())
  })
})

const sites = (from: string): string[] => ['fxzz', 'fxsz', 'fxcd', 'pega', 'wistron'].map((site) => `${from}>${site}`)

test('all pages W1 to W91 are cited, by medium and date and never by host', () => {
  const sources = SHIPPED.flatMap((file) => chainOf(file).sources!)
  const ids = new Set(sources.map(({ id }) => id))
  expect(Array.from({ length: 91 }, (_, at) => `W${at + 1}`).filter((id) => !ids.has(id))).toEqual([])
  const hosts = sources.filter(({ title }) => /\w\.(com|cn|net|org|vip|top|xyz|cc|tw|hk|za|sg)\b/i.test(JSON.stringify(title)))
  expect(hosts).toEqual([])
  expect(sources.filter(({ url }) => url !== null)).toEqual([])
})

test('parts go one way: no two enterprises of the electronics chain supply each other', () => {
  const { supplies } = chainOf('electronics.chain.json')
  const links = new Set(supplies.map(({ from, to }) => `${from}>${to}`))
  expect(supplies.filter(({ from, to }) => links.has(`${to}>${from}`))).toEqual([])
})

test('the facts lie beside the chains', () => {
  expect(bytesOf('facts/A_supplies.csv').length).toBeGreaterThan(1000)
})
