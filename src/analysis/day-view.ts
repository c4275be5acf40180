import { severityOn } from '../engine/forces.ts'
import { fallsIn } from './countdown.ts'
import { BACK_TO_FULL, levelOn, SAME_LEVEL, STANDS_STILL, type Played } from './played.ts'

/** How an enterprise is shown on a day; every value has its own sign on the map (product.md). */
export const ENTERPRISE_STATES = ['running', 'reduced', 'stopped', 'blocked', 'recovering', 'noData'] as const
export type EnterpriseState = (typeof ENTERPRISE_STATES)[number]

/**
 * All enterprises on one day, one row per enterprise of the IndexedChain.
 * `blocked` wins over the others: the enterprise has its own block in force that day. `stopped` and `reduced` are indirect.
 */
export interface DayView {
  readonly day: number
  /** [enterprises] y, share of the baseline output, 0..1+spare. */
  readonly level: Float64Array
  /** [enterprises] index into ENTERPRISE_STATES. */
  readonly state: Uint8Array
  /** [enterprises] 1 - labour loss, 0..1. */
  readonly staffReturn: Float64Array
  /** [enterprises] row into `Timeline.blocks` of the worst own block (or of a market block) in force, else -1. */
  readonly block: Int32Array
  /** [enterprises] severity today of that block, 0..1. */
  readonly severity: Float64Array
  /** [enterprises] links to the nearest root block when held indirectly, else -1. */
  readonly hops: Int32Array
  /** [enterprises] days until the level first falls below full, for those that run today; -1 = not within the run. */
  readonly daysLeft: Int32Array
  /** [links] what passes today over the link, value per day. */
  readonly linkSent: Float64Array
  /** [links] 0 flowing, 1 throttled, 2 stopped. */
  readonly linkState: Uint8Array
  /** [links] 1 where a block on the link itself is in force. */
  readonly linkBlocked: Uint8Array
}

/** Link states in `DayView.linkState`. */
export const LINK_STATE = { flowing: 0, throttled: 1, stopped: 2 } as const

/** Share of the normal flow below which a link counts as throttled, as stopped. */
const THROTTLED_BELOW = 0.995
const STOPPED_BELOW = 0.005

/**
 * The picture of one day.
 * @param hops [days * enterprises] from `hopsOf`, or null where the chain is too large to have them ready
 */
export function dayViewOf(played: Played, hops: Int16Array | null, day: number): DayView {
  const { index, run } = played
  const count = index.enterpriseCount
  const view: DayView = {
    day,
    level: run.level.slice(day * count, (day + 1) * count),
    state: new Uint8Array(count),
    staffReturn: new Float64Array(count).fill(1),
    block: new Int32Array(count).fill(-1),
    severity: new Float64Array(count),
    hops: new Int32Array(count).fill(-1),
    daysLeft: fallsIn(played, day),
    linkSent: Float64Array.from(run.sent.subarray(day * index.linkCount, (day + 1) * index.linkCount)),
    linkState: new Uint8Array(index.linkCount),
    linkBlocked: new Uint8Array(index.linkCount),
  }
  const ramping = placeBlocks(played, view)
  for (let row = 0; row < count; row++) {
    view.state[row] = ENTERPRISE_STATES.indexOf(stateOf(played, view, row, ramping))
    if (hops && view.block[row]! < 0) view.hops[row] = hops[day * count + row]!
  }
  for (let link = 0; link < index.linkCount; link++)
    view.linkState[link] = linkStateOf(index.flow[link]!, view.linkSent[link]!)
  return view
}

/** Enters the worst block of each target; returns the enterprises whose worst block is already being lifted. */
function placeBlocks({ timeline, causes }: Played, view: DayView): Set<number> {
  const ramping = new Set<number>()
  timeline.blocks.forEach((block, position) => {
    const severity = severityOn(block, view.day)
    if (severity === 0) return
    if (block.kind === 'link') {
      view.linkBlocked[block.row] = 1
      return
    }
    if (causes[position] === 'labour')
      view.staffReturn[block.row] = Math.min(view.staffReturn[block.row]!, 1 - severity)
    if (severity <= view.severity[block.row]!) return
    view.severity[block.row] = severity
    view.block[block.row] = position
    if (view.day >= block.until) ramping.add(block.row)
    else ramping.delete(block.row)
  })
  return ramping
}

function stateOf(played: Played, view: DayView, row: number, ramping: ReadonlySet<number>): EnterpriseState {
  const level = view.level[row]!
  if (view.block[row]! >= 0 && !ramping.has(row)) return 'blocked'
  if (level >= BACK_TO_FULL) return 'running'
  if (level > levelOn(played, row, view.day - 1) + SAME_LEVEL || ramping.has(row)) return 'recovering'
  return level < STANDS_STILL ? 'stopped' : 'reduced'
}

function linkStateOf(flow: number, sent: number): number {
  if (flow === 0 || sent >= flow * THROTTLED_BELOW) return LINK_STATE.flowing
  return sent < flow * STOPPED_BELOW ? LINK_STATE.stopped : LINK_STATE.throttled
}
