/** Random chain documents that are sound: every field of the format, any text as id, every reference kept. */
import * as fc from 'fast-check'
import { BLOCK_CAUSES, BLOCK_CAUSE_IDS } from '../../src/model/block-causes.ts'
import {
  ASSUMED_FIELDS, type Block, type BlockTarget, type Chain, type IsoDate, type Uncertain,
} from '../../src/model/chain.ts' // prettier-ignore
import { isoDate } from '../../src/model/dates.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '福建宁德', '01', '1E5', 'a"b\\c', '', '\ud800', '\u2028'),
)
const localText = fc.oneof(text, fc.record({ zh: text, en: text }), fc.record({ en: text }), fc.record({ zh: text }))
const day: fc.Arbitrary<IsoDate> = fc.integer({ min: 0, max: 40_000 }).map(isoDate)
const maybeDay = fc.option(day)
const share = fc.double({ min: 0, max: 1, noNaN: true })
const value = fc.double({ min: 0, max: 1e12, noNaN: true })
const positive = fc.double({ min: 1e-9, max: 1e12, noNaN: true })
const uncertain = (number: fc.Arbitrary<number>): fc.Arbitrary<Uncertain> =>
  fc.oneof(
    number,
    fc.tuple(number, number).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
  )
const confidence = fc.constantFrom('likely', 'assumed', 'stated')
const flag = fc.boolean()
/** Without the one name of a field that the reader refuses. */
const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('__proto__'))
const unknownFields = fc.dictionary(
  fc.string({ maxLength: 6 }).map((name) => `x-${name}`),
  json,
  { maxKeys: 2 },
)

const idsOf = (least: number, most: number) => fc.uniqueArray(text, { minLength: least, maxLength: most })
/** Some of the fields, never one as `undefined`. */
const some = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>

const all = <T>(rows: readonly fc.Arbitrary<T>[]): fc.Arbitrary<T[]> => fc.tuple(...rows)
const days = (since: IsoDate, length: number) => {
  const first = Date.parse(since) / 86_400_000
  return { since, until: isoDate(first + length) }
}

interface Ids {
  readonly sources: string[]
  readonly stages: string[]
  readonly enterprises: string[]
  readonly supplies: string[]
  readonly blocks: string[]
  readonly scenarios: string[]
}
const ids: fc.Arbitrary<Ids> = fc.record({
  sources: idsOf(1, 3),
  stages: idsOf(1, 3),
  enterprises: idsOf(1, 6),
  supplies: idsOf(1, 8),
  blocks: idsOf(1, 4),
  scenarios: idsOf(0, 2),
})

/** A sound document, with fields of a newer minor version here and there. */
export const anyChain: fc.Arbitrary<Chain> = ids.chain(documentOf)

function documentOf(ids: Ids): fc.Arbitrary<Chain> {
  const named = (list: readonly string[]) => fc.constantFrom(...list)
  const sources = fc.uniqueArray(named(ids.sources))
  const row = <T extends object>(required: fc.Arbitrary<T>, optional: fc.Arbitrary<object>) =>
    fc.tuple(required, optional, unknownFields).map(([a, b, c]) => ({ ...c, ...b, ...a }))

  const enterprise = (id: string) =>
    row(
      fc.record({
        id: fc.constant(id),
        name: localText,
        role: fc.constantFrom('leading', 'core', 'sme'),
        stage: named(ids.stages),
      }),
      some({
        code: text,
        region: text,
        aliases: fc.array(text, { maxLength: 3 }),
        industry: text,
        foreign: flag,
        finalDemand: value,
        spareCapacity: value,
        sources,
        confidence,
        assumed: fc.uniqueArray(fc.constantFrom(...ASSUMED_FIELDS.enterprise)),
      }),
    )
  const supply = (id: string) =>
    row(
      fc.record({
        id: fc.constant(id),
        from: named(ids.enterprises),
        to: named(ids.enterprises),
        product: fc.constantFrom('handle', '__proto__', '电池'),
      }),
      some({
        flow: positive,
        share: fc.double({ min: 0, max: 0.1, noNaN: true }),
        leadDays: fc.integer({ min: 1, max: 90 }),
        backup: flag,
        sources,
        confidence,
        assumed: fc.uniqueArray(fc.constantFrom(...ASSUMED_FIELDS.supply)),
      }),
    )
  const target = fc.oneof(
    fc.record({ enterprise: named(ids.enterprises) }),
    fc.record({ supply: named(ids.supplies) }),
    fc.record({ market: named(ids.enterprises) }),
  ) as fc.Arbitrary<BlockTarget>
  const block = (id: string) =>
    row(
      fc.tuple(target, uncertain(share), fc.nat(20)).map(([at, severity, turn]) => {
        const kind = Object.keys(at)[0] as 'enterprise' | 'supply' | 'market'
        const causes = BLOCK_CAUSE_IDS.filter((cause) =>
          (BLOCK_CAUSES[cause].actsOn as readonly string[]).includes(kind),
        )
        return { id, at, severity, cause: causes[turn % causes.length]! } satisfies Block
      }),
      fc
        .tuple(
          some({
            rampDays: fc.nat(30),
            effort: positive,
            note: localText,
            measure: localText,
            owner: text,
            department: localText,
            due: maybeDay,
            evidence: localText,
            state: fc.constantFrom('found', 'assigned', 'inHand', 'cleared', 'notToBeCleared'),
            sources,
          }),
          fc.oneof(
            fc.constant({}),
            fc.record({ since: maybeDay }),
            fc.tuple(day, fc.nat(99)).map(([since, n]) => days(since, n)),
          ),
        )
        .map(([fields, times]) => ({ ...fields, ...times })),
    )
  const scenario = (id: string) =>
    row(
      fc.record({
        id: fc.constant(id),
        name: localText,
        start: day,
        days: fc.integer({ min: 1, max: 400 }),
        blocks: fc.oneof(fc.constant('all' as const), fc.uniqueArray(named(ids.blocks))),
      }),
      some({
        note: localText,
        settled: flag,
        clear: fc.array(fc.record({ block: named(ids.blocks), on: day }), { maxLength: 2 }),
        deliveries: fc.constant([]),
        stimulus: fc.array(
          fc
            .tuple(named(ids.enterprises), value, day, fc.nat(99))
            .map(([enterprise, factor, since, length]) => ({ enterprise, factor, ...days(since, length) })),
          { maxLength: 2 },
        ),
      }),
    )
  const inputs = fc.uniqueArray(named(ids.enterprises)).chain((enterprises) =>
    all(
      enterprises.map((id) =>
        row(
          fc.record({ enterprise: fc.constant(id), product: text }),
          some({
            need: fc.constantFrom('essential', 'partial', 'negligible'),
            coverDays: uncertain(value),
            outsideFlow: value,
            costShare: share,
            assumed: fc.uniqueArray(fc.constantFrom(...ASSUMED_FIELDS.input)),
          }),
        ),
      ),
    ),
  )
  const observation = row(
    fc.record({ enterprise: named(ids.enterprises), date: day }),
    some({ operatingRate: share, staffReturn: share, outputRecovery: value, sources }),
  )
  const list = row(
    fc.record({ date: day, leading: fc.uniqueArray(named(ids.enterprises)), core: fc.constant([]) }),
    some({
      note: localText,
      changes: fc.array(fc.record({ enterprise: named(ids.enterprises), reason: localText }), { maxLength: 2 }),
    }),
  )
  const source = (id: string) =>
    row(fc.record({ id: fc.constant(id), title: localText }), some({ date: maybeDay, url: fc.option(text) }))
  const stage = (id: string) =>
    row(fc.record({ id: fc.constant(id), name: localText, tier: fc.nat(9) }), fc.constant({}))

  return row(
    fc.record({
      format: fc.constant('industrial-chain' as const),
      version: fc.constant(1 as const),
      name: localText,
      sources: all(ids.sources.map(source)),
      stages: all(ids.stages.map(stage)),
      enterprises: all(ids.enterprises.map(enterprise)),
      supplies: all(ids.supplies.map(supply)),
      blocks: all(ids.blocks.map(block)),
    }),
    some({
      note: localText,
      updated: day,
      inputs,
      scenarios: all(ids.scenarios.map(scenario)),
      observations: fc.array(observation, { maxLength: 2 }),
      lists: fc.array(list, { maxLength: 2 }),
      scenes: fc.array(json, { maxLength: 2 }),
      notes: fc.array(json, { maxLength: 2 }),
      imports: fc.array(json, { maxLength: 1 }),
      settings: some({ restock: share, purchasesRatio: share, unlistedShare: share }),
    }),
  ) as fc.Arbitrary<unknown> as fc.Arbitrary<Chain>
}
