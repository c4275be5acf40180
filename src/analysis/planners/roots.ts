import { simulate } from '../../engine/daily-model.ts'
import { explain } from '../explain.ts'
import type { Played } from '../played.ts'
import { withClearings, type Clearings, type WhatIf } from './what-if.ts'

/** A full run of the what-if's timeline with the clearings, for questions that ask why. */
export function playedWith({ index, timeline }: WhatIf, clearings: Clearings, days = timeline.days): Played {
  const cleared = { ...withClearings(timeline, clearings), days }
  return { index, timeline: cleared, run: simulate(index, cleared, { record: 'full' }), causes: [] }
}

/** Blocks, by position, that hold any of the rows on `day` once the clearings are done; ascending. */
export function rootBlocksWith(search: WhatIf, clearings: Clearings, rows: readonly number[], day: number): number[] {
  const played = playedWith(search, clearings, day + 1)
  const blocks = new Set<number>()
  for (const row of rows) {
    for (const root of explain(played, row, day).roots) {
      if (root.kind === 'block' && !clearings.has(root.block)) blocks.add(root.block)
    }
  }
  return [...blocks].toSorted((a, b) => a - b)
}
