/**
 * What happens on which day, in rows of an IndexedChain; made from a scenario by `timelineOf` (engine/scenario-timeline.ts).
 * Day 0 is the scenario's first day. Plain data: it crosses to the worker as it is.
 */
export interface TimelineBlock {
  readonly id: string
  readonly kind: 'capacity' | 'link' | 'market'
  /** Row of the enterprise (capacity, market) or of the link. */
  readonly row: number
  /** 0..1 */
  readonly severity: number
  /** First day in force; -Infinity = always been there. */
  readonly since: number
  /** First day lifted; Infinity = never. */
  readonly until: number
  readonly rampDays: number
}

export interface TimelineDelivery {
  readonly group: number
  readonly day: number
  readonly amount: number
}

export interface TimelineStimulus {
  readonly enterprise: number
  readonly factor: number
  readonly since: number
  readonly until: number
}

export interface Timeline {
  readonly days: number
  readonly settled: boolean
  readonly blocks: readonly TimelineBlock[]
  readonly deliveries: readonly TimelineDelivery[]
  readonly stimulus: readonly TimelineStimulus[]
}
