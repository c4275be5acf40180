import * as fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { makeHandout } from '../../src/handout/handouts.ts'
import { lateWords } from '../../src/i18n/areas.ts'
import { first as firstEn } from '../../src/i18n/first-en.ts'
import { first as firstZh } from '../../src/i18n/first-zh.ts'
import { report as reportEn } from '../../src/i18n/en/report.ts'
import { report as reportZh } from '../../src/i18n/zh/report.ts'
import { workbook } from '../../src/i18n/en/workbook.ts'
import { CHAIN_SHAPE, type RecordShape } from '../../src/io/chain-fields.ts'
import type { JsonObject } from '../../src/io/check-shape.ts'
import { FORMATS } from '../../src/io/formats/formats.ts'
import { readLink, writeLink } from '../../src/io/link/link.ts'
import { readKey, writeKey } from '../../src/io/mask/key-file.ts'
import { walkChain } from '../../src/io/mask/field-walk.ts'
import { maskChain } from '../../src/io/mask/mask-chain.ts'
import { maskedFile, unmaskedFile, type MaskedFile } from '../../src/io/mask/masked-file.ts'
import { mentionsOf, namesIn, textsOf } from '../../src/io/mask/originals.ts'
import { unmaskChain } from '../../src/io/mask/unmask-chain.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { scenesOf, type Scene } from '../../src/model/scenes.ts'
import { KEY_FORMATS, type MaskOptions } from '../../src/model/masking.ts'
import { randomChain } from '../generators/random-chain.ts'
import { chainOf, SHIPPED } from '../graph-data/shipped.ts'
import { TEST_CHAIN } from '../e2e/test-chain.ts'
import { anyChain } from '../io/any-chain.ts'

const FEW: MaskOptions = { products: false, provinces: false, chainName: false }
const ALL: MaskOptions = { products: true, provinces: true, chainName: true }
const arbitraryOptions: fc.Arbitrary<MaskOptions> = fc.record({
  products: fc.boolean(),
  provinces: fc.boolean(),
  chainName: fc.boolean(),
})
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** Ids of everything, but for `main`, which the command line gives a meaning. */
const idsIn = (chain: Chain): readonly string[] =>
  [chain.enterprises, chain.supplies, chain.stages, chain.blocks, chain.scenarios, chain.sources]
    .flatMap((rows) => (rows ?? []).map(({ id }) => id))
    .concat(scenesOf(chain).map(({ id }) => id))
    .filter((id) => id.length > 1 && id !== 'main')

/** Texts that somebody wrote; they may name anybody, so none may be seen. */
const writtenIn = ({
  note,
  blocks = [],
  scenarios = [],
  sources = [],
  lists = [],
  ...chain
}: Chain): readonly string[] =>
  [
    note,
    ...blocks.flatMap((block) => [block.note, block.measure, block.evidence]),
    ...scenarios.flatMap(({ name, note: said }) => [name, said]),
    ...sources.flatMap(({ title, url }) => [title, url ?? '']),
    ...lists.flatMap(({ note: said, changes = [] }) => [said, ...changes.map(({ reason }) => reason)]),
    ...scenesOf(chain as Chain).flatMap(({ name, words, notes }) => [name, words, notes]),
  ]
    .flatMap((text) => textsOf(text))
    .filter((text) => text.length > 3)

const fieldNames = (shape: RecordShape): readonly string[] =>
  [...shape.fields].flatMap(([name, field]) => [
    name,
    ...('of' in field && 'fields' in field.of
      ? fieldNames(field.of)
      : 'of' in field
        ? (field.of as readonly string[])
        : []),
  ])
const ownWords = JSON.stringify([
  fieldNames(CHAIN_SHAPE), firstEn, firstZh, reportEn, reportZh, await lateWords('en'), await lateWords('zh'),
]) // prettier-ignore

/** What is on every picture, report and sheet, whatever the chain. */
const ownMarks = await Promise.all(
  (['picture', 'report'] as const).map(async (id) => {
    const options = { chain: TEST_CHAIN, scenarioId: 'main', day: 0, language: 'en' } as const
    return new TextDecoder().decode(await makeHandout(id, options, () => {}))
  }),
)

/** Texts that stay in a copy: an id that is a word of them, or of the program's own words, says nothing of anybody. */
const staysIn = ({ stages, enterprises, supplies, inputs = [], blocks = [] }: Chain): string =>
  JSON.stringify([
    stages.map(({ name }) => name),
    enterprises.map(({ region, industry }) => [region, industry]),
    [...supplies, ...inputs].map(({ product }) => product),
    blocks.map(({ department }) => department),
  ])

interface Secrets {
  readonly words: readonly string[]
  readonly written: readonly string[]
}

function secretsOf(chain: Chain, masked: Chain): Secrets {
  const all = [...namesIn(chain), ...idsIn(chain)]
  const own = new Set(mentionsOf(all)([ownWords, ...ownMarks].join('\n')))
  const common = new Set([...own, ...mentionsOf(idsIn(chain))(staysIn(masked))])
  return {
    words: all.filter((word) => !common.has(word)),
    written: writtenIn(chain).filter((text) => text !== 'main' && !ownWords.includes(text)),
  }
}

function expectHidden(text: string, { words, written }: Secrets): void {
  expect([...new Set(mentionsOf(words)(text))]).toEqual([])
  expect(written.filter((each) => text.includes(each))).toEqual([])
}

async function cellsOf(bytes: Uint8Array): Promise<string> {
  const { sheets } = await readXlsx(bytes)
  return JSON.stringify(sheets.map(({ name, rows }) => [name, rows]))
}

test.each(SHIPPED.flatMap((file) => [[file, FEW] as const, [file, ALL] as const]))(
  '%s masked with %j: no name, code, id or written text is in the file, the picture, the workbook or the link',
  async (file, options) => {
    const chain = chainOf(file)
    const { chain: masked, text, summary } = await maskedFile(chain, options)
    expect(readChain(bytesOf(text), 'masked').problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(summary.left).toBe(0)
    const secrets = secretsOf(chain, masked)
    expect(secrets.words.length).toBeGreaterThan(chain.enterprises.length)
    expectHidden(text, secrets)
    if (options === FEW) return
    const scenario = masked.scenarios![0]!
    const picture = await makeHandout(
      'picture',
      { chain: masked, scenarioId: scenario.id, day: 0, language: 'zh' },
      () => {},
    )
    expectHidden(new TextDecoder().decode(picture), secrets)
    const sheets = { language: 'en', words: workbook, scenarioId: scenario.id } as const
    expectHidden(await cellsOf(await FORMATS.workbook(masked, sheets)), secrets)
    const fingerprint = '0'.repeat(64)
    const link = writeLink({ view: {}, name: textsOf(masked.name).join(' '), fingerprint, chain: masked })
    if (link !== null) expectHidden(JSON.stringify(readLink(link).content), secrets)
  },
)

test('a report of a masked chain, which carries the chain, holds no original', async () => {
  const chain = chainOf('spring-dawn.chain.json')
  const { chain: masked } = await maskedFile(chain, ALL)
  const options = { chain: masked, scenarioId: masked.scenarios![0]!.id, day: 0, language: 'en' } as const
  expectHidden(new TextDecoder().decode(await makeHandout('report', options, () => {})), secretsOf(chain, masked))
})

test('random chains: no name, code, id or liaison officer is in the masked file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), arbitraryOptions, async (seed, options) => {
      const plain = randomChain({ seed, enterprises: 9 })
      const chain: Chain = {
        ...plain,
        enterprises: plain.enterprises.map((each, at) => ({
          ...each,
          name: { zh: `测试甲乙${at}有限公司`, en: `Firm Number ${at}x` },
          code: `91350900587527${100 + at}P`,
          aliases: [`旧名${at}号`],
          region: at % 2 ? `湖北武汉测试甲乙${at}有限公司旁` : '湖北武汉',
        })),
        blocks: (plain.blocks ?? []).map((block, at) => ({ ...block, owner: `李四${at}`, note: `旧名${at}号缺人手` })),
      }
      const { text, chain: masked } = await maskedFile(chain, options)
      expectHidden(text, secretsOf(chain, masked))
    }),
    { numRuns: 60 },
  )
})

const withoutUnknown = (chain: Chain): Chain => {
  const known = walkChain(chain as unknown as JsonObject, {
    value: (value) => value,
    lost: () => {},
  }) as unknown as Chain
  const { scenes, notes, imports } = chain
  return { ...known, ...(scenes && { scenes: [] }), ...(notes && { notes: [] }), ...(imports && { imports }) }
}

test('taking the mask off gives the chain back to the byte, less what no program of ours knows', () => {
  fc.assert(
    fc.property(anyChain, arbitraryOptions, (chain, options) => {
      const { chain: masked, entries } = maskChain(chain, options)
      const back = unmaskChain(JSON.parse(writeChain(masked)) as Chain, entries)
      expect(writeChain(back)).toBe(writeChain(withoutUnknown(chain)))
    }),
    { numRuns: 300 },
  )
})

test.each(SHIPPED)(
  '%s: masked, its key written and read in both formats, and unmasked, is the same file to the byte',
  async (file) => {
    const chain = chainOf(file)
    for (const format of KEY_FORMATS) {
      const { text, key } = await maskedFile(chain, ALL)
      const written = bytesOf(writeKey(key, format))
      expect(readKey(written, 'key').key).toEqual(key)
      const back = await unmaskedFile({ bytes: bytesOf(text), name: 'a' }, { bytes: written, name: 'key' })
      expect([back.isChanged, back.problems.filter(({ severity }) => severity === 'error')]).toEqual([false, []])
      expect(writeChain(back.chain!)).toBe(writeChain(chain))
    }
  },
)

test('what outsiders changed, added and took away stays when the mask is taken off', async () => {
  const chain = chainOf('spring-dawn.chain.json')
  const { text, key } = await maskedFile(chain, ALL)
  const copy = JSON.parse(text) as Chain
  const block = copy.blocks![1]!
  const returned: Chain = {
    ...copy,
    blocks: copy.blocks!.with(1, { ...block, severity: 0.5, measure: '两日内恢复', owner: '外部联系人' }),
    scenarios: copy.scenarios!.slice(0, 2),
    enterprises: [
      ...copy.enterprises,
      { id: 'new', name: 'New works', role: 'sme', stage: copy.stages[0]!.id, finalDemand: 1 },
    ],
  }
  const file = { bytes: bytesOf(writeChain(returned)), name: 'returned' }
  const back = await unmaskedFile(file, { bytes: bytesOf(writeKey(key, 'csv')), name: 'key.csv' })
  expect(back.isChanged).toBe(true)
  expect(back.chain!.blocks![1]).toMatchObject({
    id: chain.blocks![1]!.id,
    severity: 0.5,
    measure: '两日内恢复',
    owner: '外部联系人',
  })
  expect(back.chain!.scenarios!.map(({ id }) => id)).toEqual(chain.scenarios!.slice(0, 2).map(({ id }) => id))
  expect(back.chain!.enterprises.at(-1)).toMatchObject({ id: 'new', name: 'New works', stage: chain.stages[0]!.id })
  expect(back.chain!.masked).toBeUndefined()
})

test('what a scene filters and follows is coded in the copy and comes back with the key', async () => {
  const chain = chainOf('vehicles.chain.json')
  const [one, two] = chain.enterprises
  const scene: Scene = {
    ...scenesOf(chain)[0]!,
    trace: { enterprise: one!.id, also: [two!.id], direction: 'both', steps: 2 },
    filter: {
      facets: { stage: [one!.stage], region: ['HB'], industry: ['vehicle parts of nobody'], role: ['core'] },
      only: [one!.id],
      hidden: [two!.id],
      hiddenLinks: [chain.supplies[0]!.id],
      way: 'fade',
    },
  }
  const given: Chain = { ...chain, scenes: [scene] }
  const { text, key } = await maskedFile(given, ALL)
  const copy = scenesOf(JSON.parse(text) as Chain)[0]!
  expect(copy.filter).toMatchObject({ facets: { role: ['core'] }, way: 'fade' })
  expect(JSON.stringify(copy)).not.toMatch(new RegExp(`"(${[one!.id, two!.id, one!.stage].join('|')})"|HB|nobody`))
  const back = await unmaskedFile(
    { bytes: bytesOf(text), name: 'a' },
    { bytes: bytesOf(writeKey(key, 'csv')), name: 'key.csv' },
  )
  expect(writeChain(back.chain!)).toBe(writeChain(given))
})

test('a key of another copy, a file that is no key and a chain that is not masked are refused by name', async () => {
  const [one, two] = await Promise.all([
    maskedFile(chainOf('spring-dawn.chain.json'), ALL),
    maskedFile(chainOf('textiles.chain.json'), ALL),
  ])
  const refusal = async ({ text }: Pick<MaskedFile, 'text'>, key: string) => {
    const { chain, problems } = await unmaskedFile(
      { bytes: bytesOf(text), name: 'a' },
      { bytes: bytesOf(key), name: 'k' },
    )
    expect(chain).toBeNull()
    return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  }
  expect(await refusal(one, writeKey(two.key, 'json'))).toEqual(['KEY_OTHER'])
  expect(await refusal(one, 'name,code\r\na,b\r\n')).toEqual(['KEY'])
  expect(await refusal(one, '{"format": "changlian-key", "version": 2}')).toEqual(['KEY'])
  const plain = writeChain(chainOf('spring-dawn.chain.json'))
  expect(await refusal({ text: plain }, writeKey(one.key, 'csv'))).toEqual(['KEY_OTHER'])
})

test('a product that holds a name takes all products with it; a text that looks like a code comes back', () => {
  const chain: Chain = {
    ...randomChain({ seed: 4, enterprises: 3 }),
    stages: [{ id: 's0', name: 'K001', tier: 0 }],
  }
  const named = { ...chain, enterprises: chain.enterprises.map((each) => ({ ...each, name: 'steel' })) }
  const hasSteel = named.supplies.some(({ product }) => product === 'steel')
  expect(maskChain(named, FEW).summary.isProductsForced).toBe(hasSteel)
  const { chain: masked, entries } = maskChain(chain, FEW)
  expect(writeChain(unmaskChain(masked, entries))).toBe(writeChain(chain))
})
