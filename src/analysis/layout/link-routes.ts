import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { CurvePen, type Curve, type Point } from './curve.ts'
import { CARD, GRID } from './grid.ts'
import type { TierLayout } from './tier-layout.ts'

/** forward: downstream; level: between two of one tier; backward: upstream, a loop or recycling, below the columns. */
export type LinkDirection = 'forward' | 'level' | 'backward'

export interface LinkRoute {
  readonly curve: Curve
  readonly direction: LinkDirection
}

/** Above this many links they run straight from card to card; nobody could follow single ones. */
const LANES_UP_TO = 2000
const HALF = CARD.width / 2
const CORNER = 6
/** Channels under the columns and how far apart they are. */
const CHANNELS = 5
const CHANNEL_STEP = 5

/** Finds ways for links that cross no card: through the gaps between the cards of the lanes in between. */
export interface LinkRouter {
  /** @param moved true when one of the ends was dragged away from its place in the layout */
  readonly route: (link: number, from: Point, to: Point, place: 'laidOut' | 'moved') => LinkRoute
}

export function linkRouter(index: IndexedChain, layout: TierLayout): LinkRouter {
  const gaps = index.linkCount <= LANES_UP_TO ? gapsOfLanes(layout) : null
  const bandOfLane = layout.bands.flatMap(({ laneCount }, band) => Array.from({ length: laneCount }, () => band))
  return {
    route(link, from, to, place) {
      const fromLane = layout.lane[index.linkFrom[link]!]!
      const toLane = layout.lane[index.groupEnterprise[index.linkGroup[link]!]!]!
      const step = Math.sign(bandOfLane[toLane]! - bandOfLane[fromLane]!)
      const direction = step > 0 ? 'forward' : step === 0 ? 'level' : 'backward'
      const ways: Ways = { layout, gaps: place === 'laidOut' ? gaps : null, bandOfLane }
      if (direction === 'backward') return { curve: below(from, to, layout, link % CHANNELS), direction }
      if (direction === 'level' && fromLane === toLane) return { curve: beside(from, to), direction }
      return { curve: across(from, to, fromLane, toLane, ways), direction }
    },
  }
}

interface Ways {
  readonly layout: TierLayout
  /** [lanes] heights between cards, ascending; null = straight from card to card. */
  readonly gaps: readonly Float64Array[] | null
  readonly bandOfLane: readonly number[]
}

/** Heights in each lane at which a level line meets no card. */
function gapsOfLanes(layout: TierLayout): readonly Float64Array[] {
  const cards: number[][] = Array.from(layout.laneX, () => [])
  layout.lane.forEach((lane, row) => cards[lane]!.push(layout.y[row]!))
  const reach = GRID.row / 2
  return cards.map((heights) => {
    heights.sort((a, b) => a - b)
    const free: number[] = []
    for (const y of heights) {
      const above = free.at(-1)
      if (above === undefined || y - above > GRID.row) free.push(y - reach)
      free.push(y + reach)
    }
    return Float64Array.from(free)
  })
}

/** Right, or left between lanes of one tier, through the gaps of the lanes between. */
function across(from: Point, to: Point, fromLane: number, toLane: number, { layout, gaps, bandOfLane }: Ways): Curve {
  const step = toLane > fromLane ? 1 : -1
  const pen = new CurvePen(from.x + step * HALF, from.y)
  const start = from.x + step * HALF
  const end = to.x - step * HALF
  const isNear = (end - start) * step < 0
  if (isNear) return beside(from, to)
  if (gaps) {
    for (let lane = fromLane + step; lane !== toLane; lane += step) {
      const band = bandOfLane[lane]!
      const wish =
        band === bandOfLane[fromLane]
          ? from.y
          : band === bandOfLane[toLane]
            ? to.y
            : from.y + ((to.y - from.y) * (bandCentre(layout, band) - start)) / (end - start)
      const y = nearest(gaps[lane]!, wish)
      const x = layout.laneX[lane]!
      pen.swing(x - step * HALF, y).line(x + step * HALF, y)
    }
  }
  return pen.swing(end, to.y).curve()
}

const bandCentre = ({ bands }: TierLayout, band: number): number => bands[band]!.x + bands[band]!.width / 2

function nearest(sorted: Float64Array, wish: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < wish) low = middle + 1
    else high = middle
  }
  const after = sorted[low] ?? wish
  const before = sorted[low - 1] ?? after
  return wish - before < after - wish ? before : after
}

/** A bow at the right of both cards. */
function beside(from: Point, to: Point): Curve {
  const right = Math.max(from.x, to.x) + HALF
  const bow = right + 10 + Math.min(10, Math.abs(to.y - from.y) / 20)
  return new CurvePen(from.x + HALF, from.y)
    .cubic({ x: bow, y: from.y }, { x: bow, y: to.y }, { x: to.x + HALF, y: to.y })
    .curve()
}

/** Down beside the supplier's lane, left below the columns, up beside the customer's. */
function below(from: Point, to: Point, layout: TierLayout, channel: number): Curve {
  const y = Math.max(layout.bottom, from.y, to.y) + 6 + channel * CHANNEL_STEP
  const right = from.x + HALF + CORNER + channel
  const left = to.x - HALF - CORNER - channel
  return new CurvePen(from.x + HALF, from.y)
    .turn({ x: right, y: from.y }, { x: right, y: from.y + CORNER })
    .line(right, y - CORNER)
    .turn({ x: right, y }, { x: right - CORNER, y })
    .line(left + CORNER, y)
    .turn({ x: left, y }, { x: left, y: y - CORNER })
    .line(left, to.y + CORNER)
    .turn({ x: left, y: to.y }, { x: to.x - HALF, y: to.y })
    .curve()
}
