import { NO_FILTER, type Filter } from '../model/filter.ts'
import { blockById, enterpriseById, supplyById } from '../state/selectors.ts'
import { shownIdsOf } from './filtered.ts'
import { stepAlong } from '../state/focus-trail.ts'
import type { Selection, TraceDirection } from '../state/session.ts'
import type { Stores } from '../state/stores.ts'

/** Follows the links from one enterprise or several; a trace that is there keeps its number of steps. */
export function traceFrom({ session }: Stores, ids: readonly string[], direction: TraceDirection): void {
  const [enterprise, ...also] = ids
  if (enterprise === undefined) return
  const steps = session.getState().trace?.steps
  const further = also.length > 0 ? { also } : {}
  session.setState({
    trace: { enterprise, ...further, direction, ...(steps === undefined ? {} : { steps }) },
    routes: null,
    lit: null,
  })
}

/** Changes the filter; the sheet and the map follow. */
export const filterBy = ({ session }: Stores, change: Partial<Filter>): void =>
  session.setState(({ filter }) => ({ filter: { ...filter, ...change } }))

export const showAll = ({ session }: Stores): void =>
  session.setState(({ filter }) => ({ filter: { ...NO_FILTER, way: filter.way } }))

/** One step back or forward through what was selected. */
export function goAlong(stores: Stores, by: -1 | 1): void {
  const { session } = stores
  const { trail, selection } = session.getState()
  const at = stepAlong(trail, by, selection, (each) => isThere(stores, each))
  if (at === null) return
  session.setState({ selection: trail.visited[at]!, trail: { ...trail, at } })
}

function isThere({ document, computed }: Stores, { kind, id }: Selection): boolean {
  const { chain } = document.getState()
  switch (kind) {
    case 'enterprise':
      return enterpriseById(chain, id) !== undefined
    case 'supply':
      return supplyById(chain, id) !== undefined
    case 'block':
      return blockById(chain, id) !== undefined
    case 'fold': {
      const index = computed.getState().folded?.graph.index
      return index !== undefined && (index.enterpriseIds.includes(id) || index.linkIds.includes(id))
    }
  }
}

/** Marks an enterprise together with others, or takes the mark away. */
export const togglePicked = ({ session }: Stores, ids: readonly string[]): void =>
  session.setState(({ picked }) => {
    const isIn = ids.every((id) => picked.includes(id))
    return { picked: isIn ? picked.filter((id) => !ids.includes(id)) : [...new Set([...picked, ...ids])] }
  })

/** Marks all that the filter shows. */
export const pickAll = (stores: Stores): void => stores.session.setState({ picked: shownIdsOf(stores) })
