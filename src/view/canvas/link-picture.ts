import { LINK_STATE } from '../../analysis/day-view.ts'
import { distanceTo, type Curve, type Point } from '../../analysis/layout/curve.ts'
import type { LinkRoute } from '../../analysis/layout/link-routes.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { isLinkDrawn, isLinkLit } from '../../analysis/picture/focus.ts'
import type { MapScene } from './map-props.ts'
import { soleSources } from '../../analysis/sole-sources.ts'

/** Widest and narrowest bed of a link, map units. */
const WIDEST = 7
const NARROWEST = 0.9
/** Half of the widest line, so that a level link has a box too. */
const EDGE = 4

/** What of the links no day changes. */
export interface LinkPicture {
  readonly routes: LinkRoute[]
  /** [links] width of the bed, by square root of the flow. */
  readonly width: Float64Array
  /** [links] 1 = the only source of its group, nothing is bought outside. */
  readonly sole: Uint8Array
  /** [links] the curve, ready to be stroked; made when it is first drawn by itself. */
  readonly paths: (Path2D | undefined)[]
  /** [links] */
  readonly boxes: Box[]
}

/** Map units. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Widest a link that runs backwards is drawn: it passes below, apart from the others. */
const WIDEST_BACKWARD = 2.5

/** @param routes [links] belong to the picture from now on */
export function linkPicture(index: IndexedChain, routes: LinkRoute[]): LinkPicture {
  let most = 0
  for (const flow of index.flow) most = Math.max(most, flow)
  const width = index.flow.map((flow) => Math.max(NARROWEST, WIDEST * Math.sqrt(flow / Math.max(most, 1e-300))))
  routes.forEach(({ direction }, link) => {
    if (direction === 'backward') width[link] = Math.min(WIDEST_BACKWARD, width[link]!)
  })
  return { routes, width, sole: soleSources(index), paths: [], boxes: routes.map(({ curve }) => boxOf(curve)) }
}

/** One link goes another way now. */
export function changeRoute({ routes, boxes, paths }: LinkPicture, link: number, route: LinkRoute): void {
  routes[link] = route
  boxes[link] = boxOf(route.curve)
  paths[link] = undefined
}

export function pathOf({ paths, routes }: LinkPicture, link: number): Path2D {
  const known = paths[link]
  if (known) return known
  const path = new Path2D()
  trace(path, routes[link]!.curve)
  return (paths[link] = path)
}

function boxOf(curve: Curve): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < curve.length; at += 2) {
    left = Math.min(left, curve[at]!)
    right = Math.max(right, curve[at]!)
    top = Math.min(top, curve[at + 1]!)
    bottom = Math.max(bottom, curve[at + 1]!)
  }
  return { left: left - EDGE, top: top - EDGE, right: right + EDGE, bottom: bottom + EDGE }
}

export const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

/** Links on screen, those that are lit apart from the others. */
export function linksOn(scene: MapScene, picture: LinkPicture, screen: Box): { faint: number[]; lit: number[] } {
  const faint: number[] = []
  const lit: number[] = []
  for (let link = 0; link < scene.index.linkCount; link++) {
    if (!isLinkDrawn(scene, link) || !meets(picture.boxes[link]!, screen)) continue
    const { linkFrom, groupEnterprise, linkGroup } = scene.index
    const isLit = isLinkLit(scene, { link, from: linkFrom[link]!, to: groupEnterprise[linkGroup[link]!]! })
    if (isLit) lit.push(link)
    else faint.push(link)
  }
  return { faint, lit }
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

type PathSink = Pick<Path2D, 'moveTo' | 'bezierCurveTo' | 'lineTo'>

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
  path.lineTo(x, y)
}

/** The link that passes nearest to a point, at most `within` map units away; -1 = none. */
export function linkNear(scene: MapScene, { routes }: LinkPicture, { x, y }: Point, within: number): number {
  let nearest = within
  let best = -1
  routes.forEach(({ curve }, link) => {
    if (!isLinkDrawn(scene, link)) return
    const distance = distanceTo(curve, x, y, nearest)
    if (distance >= nearest) return
    nearest = distance
    best = link
  })
  return best
}
