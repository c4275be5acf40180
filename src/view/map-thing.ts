import type { Point } from '../analysis/layout/curve.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import { blockById, blockedEnterpriseId, supplyById } from '../state/selectors.ts'
import type { Selection } from '../state/session.ts'
import type { Stores } from '../state/stores.ts'
import { idOf, wholeRow, type MapGraph } from './map-graph.ts'
import type { MapTarget } from './canvas/map-props.ts'

/** What a menu is opened for, or an action done with; ids are those of the whole chain, but for a fold or a merged link. */
export type MapThing =
  | { readonly kind: 'enterprise' | 'supply' | 'block'; readonly id: string }
  /** `key` is null for a merged link. */
  | { readonly kind: 'fold'; readonly id: string; readonly key: string | null; readonly members: readonly string[] }
  | { readonly kind: 'picked'; readonly ids: readonly string[] }
  /** The empty map, at a place in its units. */
  | { readonly kind: 'map'; readonly at: Point | null }

export type ThingKind = MapThing['kind']

/** What a menu at a card or a link is about: all that are marked, where it is one of them. */
export function thingAt(graph: MapGraph, whole: IndexedChain, target: MapTarget, picked: readonly string[]): MapThing {
  const row = wholeRow(graph, target)
  const members = membersAt(graph, whole, target)
  if (picked.length > 1 && members.some((id) => picked.includes(id))) return { kind: 'picked', ids: picked }
  if (row >= 0) return { kind: target.kind, id: (target.kind === 'supply' ? whole.linkIds : whole.enterpriseIds)[row]! }
  const key = target.kind === 'enterprise' ? (graph.fold?.keys[target.row] ?? null) : null
  return { kind: 'fold', id: idOf(graph, target), key, members }
}

/** Ids of the enterprises that a card stands for; of a link, none. */
export function membersAt({ fold }: MapGraph, whole: IndexedChain, { kind, row }: MapTarget): readonly string[] {
  if (kind === 'supply') return []
  return fold ? Array.from(fold.members[row]!, (member) => whole.enterpriseIds[member]!) : [whole.enterpriseIds[row]!]
}

/** The thing that is selected; null where nothing is. */
export function selectedThing({ session, computed }: Stores): MapThing | null {
  const { selection } = session.getState()
  return selection && thingOf(selection, computed)
}

function thingOf({ kind, id }: Selection, computed: Stores['computed']): MapThing {
  if (kind !== 'fold') return { kind, id }
  const { folded, structure } = computed.getState()
  const row = folded?.graph.index.enterpriseIds.indexOf(id) ?? -1
  const members =
    row < 0 ? [] : Array.from(folded!.graph.members[row]!, (each) => structure!.index.enterpriseIds[each]!)
  return { kind, id, key: row < 0 ? null : folded!.graph.keys[row]!, members }
}

/** Ids of the enterprises that a thing is about: both ends of a link, all in a fold. */
export function enterprisesOf({ document }: Stores, thing: MapThing): readonly string[] {
  const { chain } = document.getState()
  switch (thing.kind) {
    case 'enterprise':
      return [thing.id]
    case 'supply': {
      const supply = supplyById(chain, thing.id)
      return supply ? [supply.from, supply.to] : []
    }
    case 'block': {
      const block = blockById(chain, thing.id)
      const id = block && blockedEnterpriseId(chain, block)
      return id === undefined ? [] : [id]
    }
    case 'fold':
      return thing.members
    case 'picked':
      return thing.ids
    case 'map':
      return []
  }
}
