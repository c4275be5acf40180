import { LINK_STATE } from '../../analysis/day-view.ts'
import { pointOn, type Curve, type Point } from '../../analysis/layout/curve.ts'
import { linkRouter } from '../../analysis/layout/link-routes.ts'
import { soleSources } from '../../analysis/sole-sources.ts'
import { isAnyLit, isLinkDrawn, isLinkLit, type Focus } from '../../analysis/picture/focus.ts'
import { placeOfLink } from '../drawn-map.ts'
import type { DrawnDay } from './under-lens.ts'
import { faint, type Mark, type ShapeMark } from './marks.ts'
import { PAPER } from './paper.ts'
import { Pen, pathOfCurve } from './pen.ts'

/** Widest and narrowest bed of a link, in map units. */
const WIDEST = 7
const NARROWEST = 0.9
const WIDEST_BACKWARD = 2.5
/** Above this many links each is one thin line: beds and arrows would cover one another. */
const FINE_UP_TO = 1500

const DASHES = { flowing: undefined, throttled: [7, 4], stopped: [1.5, 3.5], backward: [2, 3] } as const

/** How much is left of the other links while some are lit. */
const RECEDE = 0.4

/**
 * Links from supplier to customer: capacity as a pale bed by square root of the flow, today's flow as a line on it. Those that are lit
 * stand out over the others; what the filter hides is not drawn.
 */
export function linkMarks(map: DrawnDay, focus: Focus): Mark[] {
  const { index, layout, view, x, y } = map
  const router = linkRouter(index, layout)
  const sole = soleSources(index)
  const most = index.flow.reduce((largest, flow) => Math.max(largest, flow), 1e-300)
  const [beds, cores, signs, lit, blocked]: [Mark[], Mark[], Mark[], Mark[], Mark[]] = [[], [], [], [], []]
  for (let link = 0; link < index.linkCount; link++) {
    if (!isLinkDrawn(focus, link)) continue
    const [from, to] = [index.linkFrom[link]!, index.groupEnterprise[index.linkGroup[link]!]!]
    const at = (row: number) => ({ x: x[row]!, y: y[row]! })
    const { curve, direction } = router.route(link, at(from), at(to), placeOfLink(map, from, to))
    const byFlow = Math.max(NARROWEST, WIDEST * Math.sqrt(index.flow[link]! / most))
    const width = direction === 'backward' ? Math.min(WIDEST_BACKWARD, byFlow) : byFlow
    const share = index.flow[link]! > 0 ? Math.min(1, view.linkSent[link]! / index.flow[link]!) : 0
    const style = styleOf(view.linkState[link]!, direction)
    if (view.linkBlocked[link]) blocked.push(...blockMarks(curve))
    if (isLinkLit(focus, { link, from, to })) {
      const isWarm = style === 'stopped' || view.linkBlocked[link] === 1
      lit.push(...litMarks(curve, style, { width, share, isDouble: sole[link] === 1, isWarm }))
    } else if (index.linkCount <= FINE_UP_TO) {
      beds.push({ kind: 'shape', path: pathOfCurve(curve), stroke: PAPER.link, width, opacity: 0.42 })
      const isDouble = sole[link] === 1 && style !== 'stopped'
      cores.push(...coreMarks(curve, style, Math.max(0.9, width * Math.sqrt(share) * 0.7), isDouble))
      if (style !== 'stopped') signs.push(arrowMark(curve, 3.4 + width * 0.3))
    } else cores.push(...coreMarks(curve, style, 0.5, false))
  }
  const others = [...beds, ...cores, ...signs]
  return [...(isAnyLit(focus) ? faint(others, RECEDE) : others), ...lit, ...blocked]
}

function styleOf(state: number, direction: 'forward' | 'level' | 'backward'): keyof typeof DASHES {
  if (state === LINK_STATE.stopped) return 'stopped'
  if (direction === 'backward') return 'backward'
  return state === LINK_STATE.throttled ? 'throttled' : 'flowing'
}

function coreMarks(curve: Curve, style: keyof typeof DASHES, width: number, isDouble: boolean): Mark[] {
  const path = pathOfCurve(curve)
  const dash = DASHES[style]
  const core: ShapeMark = {
    kind: 'shape',
    path,
    stroke: style === 'stopped' ? PAPER.warm : PAPER.linkCore,
    width: isDouble ? Math.max(2.6, width) : width,
    opacity: style === 'stopped' ? 0.5 : 0.62,
    ...(dash ? { dash } : {}),
  }
  return isDouble ? [core, { kind: 'shape', path, stroke: PAPER.ground, width: Math.max(1, width * 0.36) }] : [core]
}

interface LitLink {
  readonly width: number
  /** Of the contract flow that passes today, 0..1. */
  readonly share: number
  readonly isDouble: boolean
  /** Stopped, or with a block of its own. */
  readonly isWarm: boolean
}

/** A link that stands out: pale bed, core by today's flow, arrow or cross. */
function litMarks(curve: Curve, style: keyof typeof DASHES, { width, share, isDouble, isWarm }: LitLink): Mark[] {
  const path = pathOfCurve(curve)
  const color = isWarm ? PAPER.warm : PAPER.accent
  const core = Math.max(isDouble ? 3.4 : 1.4, width * Math.sqrt(share))
  const dash = DASHES[style]
  return [
    { kind: 'shape', path, stroke: color, width: Math.max(width, core) + 2.5, opacity: 0.2 },
    { kind: 'shape', path, stroke: color, width: core, ...(dash ? { dash } : {}) },
    ...(isDouble ? [{ kind: 'shape', path, stroke: PAPER.ground, width: Math.max(1.2, core * 0.36) } as const] : []),
    style === 'stopped' ? crossMark(pointOn(curve, 0.5), 4, color) : arrowMark(curve, 5 + core * 0.6, color),
  ]
}

/** A head at the customer's end, along the last control point. */
function arrowMark(curve: Curve, size: number, fill: string = PAPER.linkCore): Mark {
  const end = curve.length
  const [x, y] = [curve[end - 2]!, curve[end - 1]!]
  const [dx, dy] = [x - curve[end - 4]!, y - curve[end - 3]!]
  const length = Math.hypot(dx, dy) || 1
  const [ux, uy] = [(dx / length) * size, (dy / length) * size]
  const pen = new Pen()
    .moveTo(x, y)
    .lineTo(x - ux * 0.9 - uy * 0.43, y - uy * 0.9 + ux * 0.43)
    .lineTo(x - ux * 0.9 + uy * 0.43, y - uy * 0.9 - ux * 0.43)
    .closePath()
  return { kind: 'shape', path: pen.path, fill, opacity: fill === PAPER.linkCore ? 0.85 : 1 }
}

/** A link with a block of its own: a cross in a disc. */
function blockMarks(curve: Curve): Mark[] {
  const { x, y } = pointOn(curve, 0.5)
  return [
    { kind: 'shape', path: new Pen().disc(x, y, 7).path, fill: PAPER.warmGround, stroke: PAPER.warm, width: 1.6 },
    crossMark({ x, y }, 3.2, PAPER.warm),
  ]
}

function crossMark({ x, y }: Point, reach: number, stroke: string): Mark {
  const cross = new Pen()
    .moveTo(x - reach, y - reach)
    .lineTo(x + reach, y + reach)
    .moveTo(x + reach, y - reach)
    .lineTo(x - reach, y + reach)
  return { kind: 'shape', path: cross.path, stroke, width: 1.6 }
}
