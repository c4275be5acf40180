import type { Point } from '../../../analysis/layout/curve.ts'
import { CARD } from '../../../analysis/layout/grid.ts'
import type { IndexedChain } from '../../../engine/indexed-chain.ts'
import type { Chain } from '../../../model/chain.ts'
import type { NotePlace } from '../../../model/notes.ts'
import { blockById } from '../../../state/selectors.ts'
import type { MapHandle } from '../../canvas/ChainMap.tsx'
import { isCardDrawn, isLinkDrawn } from '../../../analysis/picture/focus.ts'
import type { MapScene } from '../../canvas/map-props.ts'
import { mapTarget, type MapGraph } from '../../map-graph.ts'
import { thingAt } from '../../map-thing.ts'
import type { ShownDay } from '../../shown-day.ts'

export interface NoteMap {
  readonly chain: Chain
  readonly graph: MapGraph
  readonly whole: IndexedChain
  readonly scene: MapScene
  readonly map: MapHandle
}

/** Where the pin of a note stands, in map units; null where its thing is gone or hidden. */
export function notePoint(at: NotePlace, around: NoteMap): Point | null {
  if ('x' in at) return { x: at.x, y: at.y }
  const { chain, graph, whole, scene, map } = around
  if ('block' in at) {
    const block = blockById(chain, at.block)
    if (!block) return null
    const place = 'market' in block.at ? { enterprise: block.at.market } : block.at
    return notePoint(place, around)
  }
  const target = mapTarget(
    graph,
    whole,
    'enterprise' in at ? { kind: 'enterprise', id: at.enterprise } : { kind: 'supply', id: at.supply },
  )
  if (!target) return null
  if (target.kind === 'enterprise') {
    const centre = map.placeOf(target)
    const isSeen = centre !== null && isCardDrawn(scene, target.row)
    return isSeen ? { x: centre.x + CARD.width / 2 - 6, y: centre.y - CARD.height / 2 } : null
  }
  return isLinkDrawn(scene, target.row) ? map.placeOf(target) : null
}

/** What lies at a place of the map: a card or a link to pin a note to, else the place itself. */
export function placeUnder(
  at: Point,
  { graph, shown, map }: { readonly graph: MapGraph; readonly shown: ShownDay; readonly map: MapHandle },
): NotePlace {
  const target = map.thingAt(at)
  const thing = target && thingAt(graph, shown.outcome.played.index, target, [])
  if (thing?.kind === 'enterprise') return { enterprise: thing.id }
  if (thing?.kind === 'supply') return { supply: thing.id }
  return { x: Math.round(at.x), y: Math.round(at.y) }
}
