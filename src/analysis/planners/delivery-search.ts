import { copyOfState, copyStateInto } from '../../engine/daily-state.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { player } from '../../engine/player.ts'
import type { Timeline, TimelineDelivery } from '../../engine/timeline.ts'
import { BACK_TO_FULL, STANDS_STILL } from '../played.ts'
import type { Progress } from './what-if.ts'

/** Days at the end over which a level must hold, longer than the beat of a loop. */
export const HELD_DAYS = 30
/** Days after the last block on which a delivery is tried. */
const DELIVERY_WINDOW = 14
/** Most that is tried beyond the wished stock, days of need. */
const MOST_DAYS = 30
/** Relative width at which the search for the smallest amount ends. */
const AMOUNT_PRECISION = 1e-3
/**
 * Each amount tried on a day against the one before. Halving alone is not enough: what a delivery restarts a larger one need not, as it
 * holds orders down for longer. On 167 random chains that stay stuck halving missed a smaller amount 12 times in 191.
 */
const NEXT_AMOUNT = 1.2
/** The same where a run takes long: a search for one group is then 170 runs instead of 640 at most. */
const NEXT_AMOUNT_LARGE = 2
/** Enterprises and links from which on that is so; there a run takes some 50 ms. */
const LARGE = 5000

export interface EmergencyDelivery {
  readonly group: number
  /**
   * Value; the smallest found that restarts everything, at least 0.5 % of a day's need: none of the amounts tried below it does on any
   * day of the window.
   */
  readonly amount: number
  /** Largest smaller amount tried that does not; 0 where the least amount that is tried is enough. */
  readonly tooLittle: number
  readonly day: number
}

/**
 * Narrows the smallest amount that is enough between one that is not and `cap`, which is. Nothing below `least` is tried: where members
 * have spare capacity a loop grows back from any crumb, and a crumb is no delivery.
 */
function narrowed(
  { cap, notEnough, least }: { readonly cap: number; readonly notEnough: number; readonly least: number },
  isEnough: (amount: number) => boolean,
): Pick<EmergencyDelivery, 'amount' | 'tooLittle'> {
  let amount = cap
  let tooLittle = notEnough
  while (amount > least && amount - tooLittle > AMOUNT_PRECISION * amount) {
    const middle = Math.max(least, (amount + tooLittle) / 2)
    if (isEnough(middle)) amount = middle
    else tooLittle = middle
  }
  return { amount, tooLittle }
}

/** Amounts that are tried, upwards; none where nothing is needed. */
function amountsFrom(least: number, most: number, factor: number): readonly number[] {
  if (!(least > 0)) return []
  const amounts: number[] = []
  for (let amount = least; amount < most; amount *= factor) amounts.push(amount)
  return [...amounts, most]
}

/** Runs of a timeline with one more delivery; those that differ from a day on begin on its morning. */
function runsWithMore(index: IndexedChain, timeline: Timeline, stuck: readonly number[]) {
  const played = player(index, timeline)
  const { level } = played.model.work
  const morning = { day: 0, state: copyOfState(played.start.state) }
  let count = 0
  const holdOn = (day: number): void => {
    if (day === morning.day) return
    if (day < morning.day) {
      copyStateInto(morning.state, played.start.state)
      morning.day = 0
    }
    played.playOn(morning.state, timeline, { first: morning.day, end: day }, () => {})
    copyStateInto(morning.state, played.state)
    morning.day = day
  }
  /** Whether all that are stuck are back at full output at the end, with these deliveries on this day on top. */
  const areBack = (day: number, more: readonly TimelineDelivery[]): boolean => {
    count++
    holdOn(day)
    const tried = { ...timeline, deliveries: [...timeline.deliveries, ...more] }
    let back = true
    played.playOn(morning.state, tried, { first: day, end: timeline.days }, (now) => {
      if (now < timeline.days - HELD_DAYS) return true
      for (const row of stuck) if (level[row]! < BACK_TO_FULL) back = false
      return back
    })
    return back
  }
  return { areBack, count: () => count }
}

export type DeliverySearch = ReturnType<typeof deliverySearch>

/**
 * Searches for emergency deliveries that bring the stuck enterprises back to full output by the end of the timeline.
 * @param timeline all blocks gone, and long enough for the chain to come back
 */
export function deliverySearch(index: IndexedChain, timeline: Timeline, stuck: readonly number[]) {
  const runs = runsWithMore(index, timeline, stuck)
  const factor = index.enterpriseCount + index.linkCount < LARGE ? NEXT_AMOUNT : NEXT_AMOUNT_LARGE
  const restarts = (group: number, day: number, amount: number): boolean => runs.areBack(day, [{ group, day, amount }])
  /** The smallest that is enough on this day, where it is one below `limit`. */
  const smallestOn = (group: number, day: number, limit: number): EmergencyDelivery | null => {
    const least = STANDS_STILL * index.need[group]!
    if (limit <= least) return null
    let notEnough = 0
    const most = index.need[group]! * (index.cover[group]! + MOST_DAYS)
    for (const amount of amountsFrom(least, most, factor)) {
      const cap = Math.min(amount, limit)
      if (restarts(group, day, cap)) {
        return { group, day, ...narrowed({ cap, notEnough, least }, (tried) => restarts(group, day, tried)) }
      }
      if (amount >= limit) return null
      notEnough = cap
    }
    return null
  }
  return {
    runs: runs.count,
    /** Whether they come back without any further delivery: one run. */
    areBack: () => runs.areBack(0, []),
    /** Whether this amount to this group on this day restarts everything: one run. */
    restarts,
    /**
     * Tries each day of the window; a later day must need less to win.
     * @param onDay told the days tried, and of how many
     */
    smallest(group: number, from: number, onDay: Progress = () => {}): EmergencyDelivery | null {
      let best: EmergencyDelivery | null = null
      for (let tried = 0; tried < DELIVERY_WINDOW; tried++) {
        onDay(tried, DELIVERY_WINDOW)
        const limit: number = best ? best.amount * (1 - AMOUNT_PRECISION) : Infinity
        best = smallestOn(group, from + tried, limit) ?? best
      }
      return best
    },
  }
}
