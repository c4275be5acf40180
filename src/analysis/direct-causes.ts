/** One step back from an enterprise that runs below full to what held it: docs/model.md 3, "why". */
import { severityOn, stimulusOn } from '../engine/forces.ts'
import { LINK_FLAG, WHY } from '../engine/run-result.ts'
import type { TimelineBlock } from '../engine/timeline.ts'
import { flagsOn, whyOn, type Played } from './played.ts'

export type DirectCause =
  /** A block: on its own capacity, on its market, or on the link named. */
  | { readonly kind: 'block'; readonly block: number; readonly link: number; readonly day: number }
  /** The scenario itself sets the demand of this market below normal: its stimuli multiply to a factor below 1. */
  | { readonly kind: 'market'; readonly row: number; readonly day: number }
  /** A supplier that delivered less than was ordered, on the day on which it should have been sent. */
  | { readonly kind: 'supplier'; readonly row: number; readonly link: number; readonly day: number }
  /** A supplier that ran in full and was asked for more than that, so that each customer got a share of its order. */
  | { readonly kind: 'rationed'; readonly row: number; readonly link: number; readonly day: number }
  /** A customer that ordered less, and the day on which its use had fallen. */
  | { readonly kind: 'customer'; readonly row: number; readonly link: number; readonly day: number }

/** The day before the start stands for all days before it. */
const EVE = -1

/** Row in `timeline.blocks` of the worst block of that kind and target in force on `day`, or -1. */
export function worstBlock(played: Played, kind: TimelineBlock['kind'], row: number, day: number): number {
  let worst = -1
  let most = 0
  played.timeline.blocks.forEach((block, position) => {
    if (block.kind !== kind || block.row !== row) return
    const severity = severityOn(block, day)
    if (severity > most) {
      most = severity
      worst = position
    }
  })
  return worst
}

/** What held `row` on `day`; empty when it ran in full, or when the missing goods are on their way. */
export function directCauses(played: Played, row: number, day: number): DirectCause[] {
  const why = whyOn(played, row, day)
  if (why === WHY.running) return []
  if (why === WHY.demand) return demandCauses(played, row, day)
  if (why === WHY.capacity) {
    const block = worstBlock(played, 'capacity', row, day)
    return block < 0 ? [] : [{ kind: 'block', block, link: -1, day }]
  }
  return inputCauses(played, why - WHY.inputBase, day)
}

function inputCauses(played: Played, group: number, day: number): DirectCause[] {
  const { index } = played
  const causes: DirectCause[] = []
  for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) {
    const sentOn = Math.max(EVE, day - index.lead[link]!)
    const flags = flagsOn(played, link, sentOn)
    if (flags & LINK_FLAG.held) {
      const block = worstBlock(played, 'link', link, sentOn)
      if (block >= 0) causes.push({ kind: 'block', block, link, day: sentOn })
    }
    const supplier = index.linkFrom[link]!
    if (flags & LINK_FLAG.short) {
      const kind = whyOn(played, supplier, sentOn) === WHY.running ? 'rationed' : 'supplier'
      causes.push({ kind, row: supplier, link, day: sentOn })
    }
  }
  return causes
}

/** What holds the end market of `row` below normal on `day`; a cut that a stimulus makes up for holds nothing. */
function marketCauses(played: Played, row: number, day: number): DirectCause[] {
  const { index, timeline } = played
  if (index.finalDemand[row] === 0) return []
  const block = worstBlock(played, 'market', row, day)
  const stimulus = stimulusOn(timeline, row, day)
  const left = block < 0 ? 1 : 1 - severityOn(timeline.blocks[block]!, day)
  if (left * stimulus >= 1) return []
  const causes: DirectCause[] = block < 0 ? [] : [{ kind: 'block', block, link: -1, day }]
  return stimulus < 1 ? [...causes, { kind: 'market', row, day }] : causes
}

function demandCauses(played: Played, row: number, day: number): DirectCause[] {
  const { index } = played
  const causes = marketCauses(played, row, day)
  for (let place = index.outStart[row]!; place < index.outStart[row + 1]!; place++) {
    const link = index.outLinks[place]!
    const flags = flagsOn(played, link, day)
    if (!(flags & LINK_FLAG.orderedLess)) continue
    const held = flags & LINK_FLAG.held ? worstBlock(played, 'link', link, day) : -1
    if (held >= 0) {
      causes.push({ kind: 'block', block: held, link, day })
      continue
    }
    const customer = index.groupEnterprise[index.linkGroup[link]!]!
    // Orders of today follow from what was used up to yesterday.
    const usedOn = Math.max(EVE, day - 1)
    if (whyOn(played, customer, usedOn) !== WHY.running)
      causes.push({ kind: 'customer', row: customer, link, day: usedOn })
  }
  return causes
}
