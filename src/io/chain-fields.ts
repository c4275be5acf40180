/**
 * The chain file as a table: which fields a row has, in the order in which they are written, and what each may hold.
 * Reading checks against it and writing follows it, so a field that is missing here does not compile.
 */
import { BLOCK_CAUSE_IDS } from '../model/block-causes.ts'
import { ASSUMED_FIELDS } from '../model/chain.ts'
import { MOST_DAYS, MOST_VALUE } from '../model/limits.ts'
import type {
  Block, Chain, ChainList, ChainSettings, Clearing, Delivery, Enterprise, Input, ListChange, Observation, Scenario, Source, Stage,
  Stimulus, Supply,
} from '../model/chain.ts' // prettier-ignore

/** Tables whose rows have an id that others may name. */
export type IdTable = 'sources' | 'stages' | 'enterprises' | 'supplies' | 'blocks' | 'scenarios'

export interface NumberRange {
  readonly low: number
  readonly high: number
  readonly isLowIn: boolean
  readonly whole: boolean
  /** As said to a person, e.g. `0..1`. */
  readonly text: string
}

type Shape =
  | { readonly kind: 'text' | 'texts' | 'localText' | 'day' | 'flag' | 'anyRows' | 'version' }
  | {
      readonly kind: 'number'
      readonly range: NumberRange
      /** A flag of the row beside which 0 says the same as no figure. */
      readonly zeroBeside?: string
    }
  | { readonly kind: 'uncertain'; readonly range: NumberRange }
  | { readonly kind: 'choice' | 'choices'; readonly of: readonly string[] }
  | { readonly kind: 'reference'; readonly to: IdTable }
  | { readonly kind: 'references'; readonly to: IdTable; readonly orAll: boolean }
  | { readonly kind: 'record'; readonly of: RecordShape }
  | { readonly kind: 'oneOf'; readonly of: RecordShape }
  | { readonly kind: 'rows'; readonly of: RecordShape }

export type Field = Shape & { readonly isRequired: boolean; readonly mayBeNull: boolean }

export interface RecordShape {
  /** Fields by name, in the order in which they are written. */
  readonly fields: ReadonlyMap<string, Field>
  readonly required: readonly string[]
}

const optional = <S extends Shape>(shape: S) => ({ ...shape, isRequired: false, mayBeNull: false })
const nullable = <S extends Shape>(shape: S) => ({ ...shape, isRequired: false, mayBeNull: true })
const required = <S extends Shape>(shape: S) => ({ ...shape, isRequired: true, mayBeNull: false })

/** Every field of a row, so that none is forgotten. */
type FieldsOf<Row> = { readonly [Name in keyof Required<Row>]: Field }

function shapeOf(fields: Readonly<Record<string, Field>>): RecordShape {
  const entries = Object.entries<Field>(fields)
  return {
    fields: new Map(entries),
    required: entries.filter(([, field]) => field.isRequired).map(([name]) => name),
  }
}

const MOST_TIERS = 1000

const between = (low: number, high: number, text = `${low}..${high}`): NumberRange => ({
  low,
  high,
  isLowIn: true,
  whole: false,
  text,
})
const notNegative = between(0, MOST_VALUE, '>= 0, <= 1e15')
const positive: NumberRange = { ...notNegative, isLowIn: false, text: '> 0, <= 1e15' }
const wholeBetween = (low: number, high: number): NumberRange => ({
  ...between(low, high, `${low}, ${low + 1}, … ${high}`),
  whole: true,
})
const share = between(0, 1)

const text = { kind: 'text' } as const
const texts = { kind: 'texts' } as const
const localText = { kind: 'localText' } as const
const day = { kind: 'day' } as const
const flag = { kind: 'flag' } as const
const number = (range: NumberRange) => ({ kind: 'number', range }) as const
const uncertain = (range: NumberRange) => ({ kind: 'uncertain', range }) as const
const choice = (...of: readonly string[]) => ({ kind: 'choice', of }) as const
const choices = (...of: readonly string[]) => ({ kind: 'choices', of }) as const
const reference = (to: IdTable) => ({ kind: 'reference', to }) as const
const references = (to: IdTable) => ({ kind: 'references', to, orAll: false }) as const
const rows = (of: RecordShape) => ({ kind: 'rows', of }) as const

const sourceList = optional(references('sources'))
const confidence = optional(choice('stated', 'likely', 'assumed'))

const source = shapeOf({
  id: required(text),
  title: required(localText),
  date: nullable(day),
  url: nullable(text),
} satisfies FieldsOf<Source>)

const stage = shapeOf({
  id: required(text),
  name: required(localText),
  tier: required(number(wholeBetween(0, MOST_TIERS))),
} satisfies FieldsOf<Stage>)

const enterprise = shapeOf({
  id: required(text),
  name: required(localText),
  code: optional(text),
  aliases: optional(texts),
  role: required(choice('leading', 'core', 'sme')),
  stage: required(reference('stages')),
  region: optional(text),
  industry: optional(text),
  foreign: optional(flag),
  finalDemand: optional(number(notNegative)),
  spareCapacity: optional(number(notNegative)),
  sources: sourceList,
  confidence,
  assumed: optional(choices(...ASSUMED_FIELDS.enterprise)),
} satisfies FieldsOf<Enterprise>)

const supply = shapeOf({
  id: required(text),
  from: required(reference('enterprises')),
  to: required(reference('enterprises')),
  product: required(text),
  flow: optional({ ...number(positive), zeroBeside: 'backup' }),
  share: optional(number(share)),
  leadDays: optional(number(wholeBetween(1, MOST_DAYS))),
  backup: optional(flag),
  sources: sourceList,
  confidence,
  assumed: optional(choices(...ASSUMED_FIELDS.supply)),
} satisfies FieldsOf<Supply>)

const input = shapeOf({
  enterprise: required(reference('enterprises')),
  product: required(text),
  need: optional(choice('essential', 'partial', 'negligible')),
  coverDays: optional(uncertain(notNegative)),
  outsideFlow: optional(number(notNegative)),
  costShare: optional(number(share)),
  assumed: optional(choices(...ASSUMED_FIELDS.input)),
} satisfies FieldsOf<Input>)

const blockTarget = shapeOf({
  enterprise: optional(reference('enterprises')),
  supply: optional(reference('supplies')),
  market: optional(reference('enterprises')),
} satisfies FieldsOf<{ enterprise: string; supply: string; market: string }>)

const block = shapeOf({
  id: required(text),
  at: required({ kind: 'oneOf', of: blockTarget }),
  cause: required(choice(...BLOCK_CAUSE_IDS)),
  severity: required(uncertain(share)),
  since: nullable(day),
  until: nullable(day),
  rampDays: optional(number(wholeBetween(0, MOST_DAYS))),
  effort: optional(number(positive)),
  note: optional(localText),
  measure: optional(localText),
  owner: optional(text),
  department: optional(localText),
  due: nullable(day),
  evidence: optional(localText),
  state: optional(choice('found', 'assigned', 'inHand', 'cleared', 'notToBeCleared')),
  sources: sourceList,
} satisfies FieldsOf<Block>)

const clearing = shapeOf({ block: required(reference('blocks')), on: required(day) } satisfies FieldsOf<Clearing>)

const delivery = shapeOf({
  enterprise: required(reference('enterprises')),
  product: required(text),
  amount: required(number(positive)),
  on: required(day),
} satisfies FieldsOf<Delivery>)

const stimulus = shapeOf({
  enterprise: required(reference('enterprises')),
  factor: required(number(notNegative)),
  since: required(day),
  until: required(day),
} satisfies FieldsOf<Stimulus>)

const scenario = shapeOf({
  id: required(text),
  name: required(localText),
  note: optional(localText),
  start: required(day),
  days: required(number(wholeBetween(1, MOST_DAYS))),
  settled: optional(flag),
  blocks: required({ kind: 'references', to: 'blocks', orAll: true }),
  clear: optional(rows(clearing)),
  deliveries: optional(rows(delivery)),
  stimulus: optional(rows(stimulus)),
} satisfies FieldsOf<Scenario>)

const observation = shapeOf({
  enterprise: required(reference('enterprises')),
  date: required(day),
  operatingRate: optional(number(share)),
  staffReturn: optional(number(share)),
  outputRecovery: optional(number(notNegative)),
  sources: sourceList,
} satisfies FieldsOf<Observation>)

const listChange = shapeOf({
  enterprise: required(reference('enterprises')),
  reason: required(localText),
} satisfies FieldsOf<ListChange>)

const chainList = shapeOf({
  date: required(day),
  note: optional(localText),
  leading: required(references('enterprises')),
  core: required(references('enterprises')),
  changes: optional(rows(listChange)),
} satisfies FieldsOf<ChainList>)

const settings = shapeOf({
  restock: optional(number(share)),
  purchasesRatio: optional(number(share)),
  unlistedShare: optional(number(share)),
} satisfies FieldsOf<ChainSettings>)

/** The whole file. */
export const CHAIN_SHAPE = shapeOf({
  format: required(choice('industrial-chain')),
  version: required({ kind: 'version' }),
  name: required(localText),
  note: optional(localText),
  updated: optional(day),
  sources: optional(rows(source)),
  stages: required(rows(stage)),
  enterprises: required(rows(enterprise)),
  supplies: required(rows(supply)),
  inputs: optional(rows(input)),
  blocks: optional(rows(block)),
  scenarios: optional(rows(scenario)),
  observations: optional(rows(observation)),
  lists: optional(rows(chainList)),
  scenes: optional({ kind: 'anyRows' }),
  notes: optional({ kind: 'anyRows' }),
  imports: optional({ kind: 'anyRows' }),
  settings: optional({ kind: 'record', of: settings }),
  masked: optional(text),
} satisfies FieldsOf<Chain>)

/** A text per language. */
export const LOCAL_TEXT_SHAPE = shapeOf({ zh: optional(text), en: optional(text) } satisfies FieldsOf<{
  zh: string
  en: string
}>)

const anyNumber = between(-Number.MAX_VALUE, Number.MAX_VALUE, 'number')

/** A range instead of a number; the reader checks its ends against the field's own range. */
export const RANGE_SHAPE = shapeOf({
  low: required(number(anyNumber)),
  high: required(number(anyNumber)),
} satisfies FieldsOf<{ low: number; high: number }>)
