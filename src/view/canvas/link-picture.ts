import { LINK_STATE } from '../../analysis/day-view.ts'
import type { Curve } from '../../analysis/layout/curve.ts'
import type { LinkRoute } from '../../analysis/layout/link-routes.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { MapScene } from './map-props.ts'

/** Widest and narrowest bed of a link, map units. */
const WIDEST = 7
const NARROWEST = 0.9
/** Widths are rounded to this, so that many links share one stroke. */
const WIDTH_STEP = 0.5
/** Above this many links all cores have one width. */
const WIDTHS_UP_TO = 4000

/** What of the links no day changes. */
export interface LinkPicture {
  readonly routes: readonly LinkRoute[]
  /** [links] width of the bed, by square root of the flow. */
  readonly width: Float64Array
  /** [links] 1 = the only source of its group, nothing is bought outside. */
  readonly sole: Uint8Array
}

/** Widest a link that runs backwards is drawn: it passes below, apart from the others. */
const WIDEST_BACKWARD = 2.5

export function linkPicture(index: IndexedChain, routes: readonly LinkRoute[]): LinkPicture {
  let most = 0
  for (const flow of index.flow) most = Math.max(most, flow)
  const width = index.flow.map((flow) => Math.max(NARROWEST, WIDEST * Math.sqrt(flow / Math.max(most, 1e-300))))
  routes.forEach(({ direction }, link) => {
    if (direction === 'backward') width[link] = Math.min(WIDEST_BACKWARD, width[link]!)
  })
  const sole = new Uint8Array(index.linkCount)
  for (let group = 0; group < index.groupCount; group++) {
    const first = index.linkStart[group]!
    const isAlone = index.linkStart[group + 1]! - first === 1
    if (isAlone && index.outside[group]! <= 1e-9 * index.need[group]!) sole[first] = 1
  }
  return { routes, width, sole }
}

export type LinkStyle = 'flowing' | 'throttled' | 'stopped' | 'backward'

export const DASHES: Readonly<Record<LinkStyle, readonly number[]>> = {
  flowing: [],
  throttled: [7, 4],
  stopped: [1.5, 3.5],
  backward: [2, 3],
}

export function styleOf({ view }: MapScene, { routes }: LinkPicture, link: number): LinkStyle {
  const state = view.linkState[link]!
  if (state === LINK_STATE.stopped) return 'stopped'
  if (routes[link]!.direction === 'backward') return 'backward'
  return state === LINK_STATE.throttled ? 'throttled' : 'flowing'
}

/** Share of the contract flow that passes today, 0..1. */
export const shareOf = ({ index, view }: MapScene, link: number): number =>
  index.flow[link]! > 0 ? Math.min(1, view.linkSent[link]! / index.flow[link]!) : 0

/** Many links that are drawn alike, in one path. */
export interface LinkBatch {
  readonly style: LinkStyle
  readonly width: number
  readonly path: Path2D
}

/** The links of one day that are not lit, gathered into few strokes. */
export interface FaintLinks {
  readonly beds: readonly LinkBatch[]
  readonly cores: readonly LinkBatch[]
  /** Middle lines of sole sources: they make the double line. */
  readonly doubles: Path2D
  readonly arrows: Path2D
  readonly lit: readonly number[]
}

export function faintLinks(scene: MapScene, picture: LinkPicture): FaintLinks {
  const { index } = scene
  const beds = new Map<string, LinkBatch>()
  const cores = new Map<string, LinkBatch>()
  const doubles = new Path2D()
  const arrows = new Path2D()
  const lit: number[] = []
  const isFine = index.linkCount <= WIDTHS_UP_TO
  for (let link = 0; link < index.linkCount; link++) {
    if (isLit(scene, link)) {
      lit.push(link)
      continue
    }
    const { curve } = picture.routes[link]!
    const style = styleOf(scene, picture, link)
    const core = isFine ? coreWidth(scene, picture, link) : NARROWEST
    trace(batchOf(cores, style, core).path, curve)
    if (!isFine) continue
    trace(batchOf(beds, 'flowing', rounded(picture.width[link]!)).path, curve)
    if (picture.sole[link] && style !== 'stopped') trace(doubles, curve)
    if (style !== 'stopped') addArrow(arrows, curve, 3.2 + core * 0.4)
  }
  return { beds: [...beds.values()], cores: [...cores.values()], doubles, arrows, lit }
}

const rounded = (width: number): number => Math.max(NARROWEST, Math.round(width / WIDTH_STEP) * WIDTH_STEP)

function coreWidth(scene: MapScene, picture: LinkPicture, link: number): number {
  const width = rounded(picture.width[link]! * Math.sqrt(shareOf(scene, link)) * 0.7)
  return picture.sole[link] ? Math.max(2.5, width) : width
}

function batchOf(batches: Map<string, LinkBatch>, style: LinkStyle, width: number): LinkBatch {
  const key = `${style} ${width}`
  let batch = batches.get(key)
  if (!batch) batches.set(key, (batch = { style, width, path: new Path2D() }))
  return batch
}

export function isLit({ index, selected, lit }: MapScene, link: number): boolean {
  if (selected?.kind === 'supply') return selected.row === link
  if (lit === null) return false
  return lit.has(index.linkFrom[link]!) && lit.has(index.groupEnterprise[index.linkGroup[link]!]!)
}

type PathSink = Pick<Path2D, 'moveTo' | 'bezierCurveTo' | 'lineTo' | 'closePath'>

export function trace(path: PathSink, curve: Curve): void {
  path.moveTo(curve[0]!, curve[1]!)
  for (let at = 2; at < curve.length; at += 6) {
    path.bezierCurveTo(curve[at]!, curve[at + 1]!, curve[at + 2]!, curve[at + 3]!, curve[at + 4]!, curve[at + 5]!)
  }
}

/** A head at the customer's end. */
export function addArrow(path: PathSink, curve: Curve, size: number): void {
  const end = curve.length
  const [x, y] = [curve[end - 2]!, curve[end - 1]!]
  const angle = Math.atan2(y - curve[end - 3]!, x - curve[end - 4]!)
  const wing = (turn: number): [number, number] => [
    x + size * Math.cos(angle + turn),
    y + size * Math.sin(angle + turn),
  ]
  path.moveTo(x, y)
  path.lineTo(...wing(2.7))
  path.lineTo(...wing(-2.7))
  path.closePath()
}
