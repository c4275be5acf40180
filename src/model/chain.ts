/**
 * The chain document: exactly what a `*.chain.json` file holds (docs/format.md), with defaults left out.
 * Plain data; edits make new versions of it through patches. Optional fields are absent, never `undefined`.
 */
import type { BlockCauseId } from './block-causes.ts'
import type { LocalText } from './local-text.ts'

export type Role = 'leading' | 'core' | 'sme'
export type Confidence = 'stated' | 'likely' | 'assumed'
export type NeedKind = 'essential' | 'partial' | 'negligible'

/** `YYYY-MM-DD`, Gregorian, no time zone. */
export type IsoDate = string

/** A number, or what is known of it as a range. */
export type Uncertain = number | { readonly low: number; readonly high: number }

export interface Source {
  readonly id: string
  readonly title: LocalText
  readonly date?: string | null
  readonly url?: string | null
}

export interface Stage {
  readonly id: string
  readonly name: LocalText
  /** 0 = end market; larger = further upstream. */
  readonly tier: number
}

/** Figures of a row that nobody gave: they come from a rule written elsewhere, and are shown as derived ones. */
export const ASSUMED_FIELDS = {
  enterprise: ['finalDemand', 'spareCapacity'],
  supply: ['flow', 'share', 'leadDays'],
  input: ['need', 'coverDays', 'outsideFlow', 'costShare'],
} as const

export type AssumedField<Row extends keyof typeof ASSUMED_FIELDS> = (typeof ASSUMED_FIELDS)[Row][number]

export interface Enterprise {
  readonly id: string
  readonly name: LocalText
  readonly code?: string
  /** Earlier and other names, as they stand in papers. */
  readonly aliases?: readonly string[]
  readonly role: Role
  readonly stage: string
  readonly region?: string
  /** Industry as the lists of the authorities name it. */
  readonly industry?: string
  /** Abroad, or owned from abroad. */
  readonly foreign?: boolean
  /** Value per day sold to the end market, >= 0. */
  readonly finalDemand?: number
  /** Share of output that can be added on top, >= 0. */
  readonly spareCapacity?: number
  readonly sources?: readonly string[]
  readonly confidence?: Confidence
  readonly assumed?: readonly AssumedField<'enterprise'>[]
}

export interface Supply {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly product: string
  /** Value per day, > 0. Absent: derived by the baseline. */
  readonly flow?: number
  /** Share of the customer's purchases of this product, 0..1. */
  readonly share?: number
  /** Whole days, >= 1; default 1. */
  readonly leadDays?: number
  readonly backup?: boolean
  readonly sources?: readonly string[]
  readonly confidence?: Confidence
  readonly assumed?: readonly AssumedField<'supply'>[]
}

export interface Input {
  readonly enterprise: string
  readonly product: string
  readonly need?: NeedKind
  /** Stock held, in days of need, >= 0; default 0. */
  readonly coverDays?: Uncertain
  /** Value per day bought outside the listed chain, >= 0; default 0. */
  readonly outsideFlow?: number
  /** Purchases of this product per unit of output, 0..1 (engine 1, a_kj). Absent: derived. */
  readonly costShare?: number
  readonly assumed?: readonly AssumedField<'input'>[]
}

export type BlockTarget = { readonly enterprise: string } | { readonly supply: string } | { readonly market: string }

/** State of the work on a block. */
export type BlockState = 'found' | 'assigned' | 'inHand' | 'cleared' | 'notToBeCleared'

export interface Block {
  readonly id: string
  readonly at: BlockTarget
  readonly cause: BlockCauseId
  /** Share of capacity, throughput or demand that is lost, 0..1. */
  readonly severity: Uncertain
  /** First day in force; null or absent = always been there. */
  readonly since?: IsoDate | null
  /** First day on which it is lifted; null or absent = open. */
  readonly until?: IsoDate | null
  /** Days of linear recovery after `until`; default 0. */
  readonly rampDays?: number
  /** Crew-days to clear; default 1. */
  readonly effort?: number
  readonly note?: LocalText
  readonly measure?: LocalText
  readonly owner?: string
  readonly department?: LocalText
  readonly due?: IsoDate | null
  readonly evidence?: LocalText
  readonly state?: BlockState
  readonly sources?: readonly string[]
}

export interface Clearing {
  readonly block: string
  readonly on: IsoDate
}

export interface Delivery {
  readonly enterprise: string
  readonly product: string
  /** Value, > 0. */
  readonly amount: number
  readonly on: IsoDate
}

export interface Stimulus {
  readonly enterprise: string
  /** Factor on final demand, >= 0. */
  readonly factor: number
  readonly since: IsoDate
  readonly until: IsoDate
}

export interface Scenario {
  readonly id: string
  readonly name: LocalText
  readonly note?: LocalText
  readonly start: IsoDate
  readonly days: number
  readonly settled?: boolean
  readonly blocks: 'all' | readonly string[]
  readonly clear?: readonly Clearing[]
  readonly deliveries?: readonly Delivery[]
  readonly stimulus?: readonly Stimulus[]
}

export interface Observation {
  readonly enterprise: string
  readonly date: IsoDate
  readonly operatingRate?: number
  readonly staffReturn?: number
  readonly outputRecovery?: number
  readonly sources?: readonly string[]
}

/** Why an enterprise joined a list, left it, or changed its role on it. */
export interface ListChange {
  readonly enterprise: string
  readonly reason: LocalText
}

export interface ChainList {
  readonly date: IsoDate
  readonly note?: LocalText
  readonly leading: readonly string[]
  readonly core: readonly string[]
  readonly changes?: readonly ListChange[]
}

export interface ChainSettings {
  readonly restock?: number
  readonly purchasesRatio?: number
  readonly unlistedShare?: number
}

export interface Chain {
  readonly format: 'industrial-chain'
  readonly version: 1
  readonly name: LocalText
  readonly note?: LocalText
  readonly updated?: IsoDate
  readonly sources?: readonly Source[]
  readonly stages: readonly Stage[]
  readonly enterprises: readonly Enterprise[]
  readonly supplies: readonly Supply[]
  readonly inputs?: readonly Input[]
  readonly blocks?: readonly Block[]
  readonly scenarios?: readonly Scenario[]
  readonly observations?: readonly Observation[]
  readonly lists?: readonly ChainList[]
  /** Kept as read and written back; `notes.ts` knows those of ours. */
  readonly scenes?: readonly unknown[]
  readonly notes?: readonly unknown[]
  /** What imports have put in, so that a newer version of a table can be brought in (docs/format.md). */
  readonly imports?: readonly unknown[]
  readonly settings?: ChainSettings
  /** Mark of the key with which the names of this copy were masked. */
  readonly masked?: string
}
