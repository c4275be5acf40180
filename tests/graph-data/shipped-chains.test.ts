import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shippedChains } from '../../scripts/make-chains/shipped-chains.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { LocalText } from '../../src/model/local-text.ts'
import { dayNumber } from '../../src/model/dates.ts'
import { bytesOf, chainOf, playWith, SHIPPED, textOf } from './shipped.ts'

const generated = new Map(shippedChains())

test('four chains are shipped, and all of them are known here', () => {
  const files = readdirSync(new URL('../../graph-data/', import.meta.url)).filter((name) => name.endsWith('.chain.json'))
  expect(files.toSorted()).toEqual([...SHIPPED].toSorted())
  expect([...generated.keys()].toSorted()).toEqual([...SHIPPED].toSorted())
})

describe.each(SHIPPED)('%s', (file) => {
  const chain = chainOf(file)

  test('is what the facts and rules give, to the byte', () => {
    expect(generated.get(file) === textOf(file)).toBe(true)
  })

  test('is written as it was read, to the byte', () => {
    expect(writeChain(chain) === textOf(file)).toBe(true)
  })

  test('opens without a problem, warnings included', () => {
    expect(readChain(bytesOf(file), file).problems).toEqual([])
    expect(indexChain(chain).problems).toEqual([])
  })

  test('says everything in Chinese and English', () => {
    const isBoth = (text: LocalText | undefined): boolean =>
      text === undefined || (typeof text === 'object' && Boolean(text.zh) && Boolean(text.en))
    const texts = [
      chain.name,
      chain.note,
      ...chain.stages.map(({ name }) => name),
      ...chain.enterprises.map(({ name }) => name),
      ...chain.sources!.map(({ title }) => title),
      ...chain.blocks!.flatMap(({ note, measure, department }) => [note, measure, department]),
      ...chain.scenarios!.flatMap(({ name, note }) => [name, note]),
    ]
    expect(texts.filter((text) => !isBoth(text))).toEqual([])
    const products = chain.supplies.map(({ product }) => product)
    expect(products.filter((product) => !/^.*\p{Script=Han}.* · .*[A-Za-z].*$/u.test(product))).toEqual([])
  })

  test.each(chain.scenarios!.map(({ id }) => id))('scenario %s plays, and its blocks fall into its days', (id) => {
    const scenario = chain.scenarios!.find((each) => each.id === id)!
    const blocks = chain.blocks!.filter((block) => scenario.blocks === 'all' || scenario.blocks.includes(block.id))
    const end = dayNumber(scenario.start) + scenario.days
    expect(blocks.length).toBeGreaterThan(0)
    for (const block of blocks) expect(dayNumber(block.since!)).toBeLessThan(end)

    const { index } = indexChain(chain)
    const { level } = playWith(chain, id).run
    expect(level.length).toBe(scenario.days * chain.enterprises.length)
    level.forEach((each, at) => {
      const spare = index.spare[at % index.enterpriseCount]!
      if (!(each >= 0 && each <= 1 + spare + 1e-9)) throw new Error(`expected 0..${1 + spare}, got ${each}`)
    })
    // A loss of 10 to 20 % stays within the plants' spare capacity.
    expect(level.some((each) => each < 0.999)).toBe(id !== 'B-WH20')
  })

  test('in the first view a leading enterprise is held up on the first day', () => {
    const [first] = chain.scenarios!
    const { levelOf } = playWith(chain, first!.id)
    const leading = chain.enterprises.filter(({ role }) => role === 'leading')
    expect(leading.filter(({ id }) => levelOf(id, 0) < 0.9).length).toBeGreaterThan(0)
  })

  test('without blocks every enterprise stays at full output', () => {
    const bare = { ...chain, blocks: [], scenarios: [{ ...chain.scenarios![0]!, blocks: [], settled: false, clear: [] }] }
    const { level } = playWith(bare, bare.scenarios[0]!.id).run
    expect(level.filter((each) => Math.abs(each - 1) > 1e-9).length).toBe(0)
  })
})
