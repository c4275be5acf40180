/** What the slow model keeps from one day to the next, and what it writes down of each day. */
import type { SlowChain, SlowFirm, SlowGroup, SlowLink } from './slow-baseline.ts'
import { groupsOf } from './slow-baseline.ts'

/** All that happened on a day; values per day. */
export interface SlowDay {
  readonly stockBefore: Map<SlowGroup, number>
  readonly received: Map<SlowGroup, number>
  readonly potential: Map<SlowFirm, number>
  readonly term: Map<SlowFirm, string>
  readonly contract: Map<SlowGroup, number>
  readonly restock: Map<SlowGroup, number>
  /** r, v and the restock order of each link. */
  readonly asked: Record<'contract' | 'substitute' | 'restock', Map<SlowLink, number>>
  readonly sent: Record<'contract' | 'substitute' | 'restock', Map<SlowLink, number>>
  readonly marketAsked: Map<SlowFirm, number>
  readonly marketSold: Map<SlowFirm, number>
  readonly level: Map<SlowFirm, number>
  readonly used: Map<SlowGroup, number>
  readonly why: Map<SlowFirm, string>
}

interface Parcel {
  readonly link: SlowLink
  readonly value: number
  readonly arrives: number
}

/** What a day leaves to the next. */
export interface SlowState {
  /** Days played since the baseline. */
  clock: number
  parcels: Parcel[]
  readonly stock: Map<SlowGroup, number>
  readonly outsideArrives: Map<SlowGroup, number>
  readonly demandSignal: Map<SlowFirm, number>
}

export function baselineState(chain: SlowChain): SlowState {
  const parcels = chain.links.flatMap((link) =>
    Array.from({ length: link.lead }, (_, day): Parcel => ({ link, value: link.flow, arrives: day })),
  )
  return {
    clock: 0,
    parcels,
    stock: new Map(groupsOf(chain).map((group) => [group, group.cover * group.need])),
    outsideArrives: new Map(groupsOf(chain).map((group) => [group, group.outside])),
    demandSignal: new Map(chain.firms.map((firm) => [firm, 1])),
  }
}

export function emptyDay(): SlowDay {
  return {
    stockBefore: new Map(),
    received: new Map(),
    potential: new Map(),
    term: new Map(),
    contract: new Map(),
    restock: new Map(),
    asked: { contract: new Map(), substitute: new Map(), restock: new Map() },
    sent: { contract: new Map(), substitute: new Map(), restock: new Map() },
    marketAsked: new Map(),
    marketSold: new Map(),
    level: new Map(),
    used: new Map(),
    why: new Map(),
  }
}
