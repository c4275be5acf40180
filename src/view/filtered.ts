import { useEffect, useMemo, useState } from 'react'
import type { FacetValues, Shown } from '../analysis/filter/shown-rows.ts'
import { isFiltering } from '../model/filter.ts'
import { useSession } from './app-context.ts'
import type { Stores } from '../state/stores.ts'
import { shownDayOf, type ShownDay } from './shown-day.ts'

/** The rules of filtering come with the first filter. */
const loadRules = async () => ({
  ...(await import('../analysis/filter/facet-values.ts')),
  ...(await import('../analysis/filter/shown-rows.ts')),
})
export type FilterRules = Awaited<ReturnType<typeof loadRules>>

let loaded: FilterRules | null = null

/** Null until they are there; asked for only while they are wanted. */
export function useFilterRules(isWanted: boolean): FilterRules | null {
  const [rules, setRules] = useState(loaded)
  useEffect(() => {
    if (!isWanted || rules) return
    let isCurrent = true
    void loadRules().then((there) => {
      loaded = there
      if (isCurrent) setRules(there)
    })
    return () => {
      isCurrent = false
    }
  }, [isWanted, rules])
  return isWanted ? rules : null
}

const values = new WeakMap<ShownDay, FacetValues>()

/** Values of the shown day, made once for all who ask. */
export function facetsOf({ facetValues }: FilterRules, shown: ShownDay): FacetValues {
  let known = values.get(shown)
  if (!known) {
    const { chain, played } = shown.outcome
    values.set(shown, (known = facetValues({ chain, played, view: shown.view })))
  }
  return known
}

/** Which enterprises of the whole chain the filter shows; null where there is none. */
export function useShownRows(shown: ShownDay | null): Shown | null {
  const filter = useSession((state) => state.filter)
  const pinned = useSession((state) => state.pinned)
  const isOn = isFiltering(filter)
  const rules = useFilterRules(isOn)
  return useMemo(() => {
    if (!rules || !shown || !isOn) return null
    return rules.shownRows(filter, shown.outcome.played.index.enterpriseIds, facetsOf(rules, shown), pinned)
  }, [rules, shown, isOn, filter, pinned])
}

/** Ids of what the filter shows, asked once: while a filter is on, its rules are there. */
export function shownIdsOf(stores: Stores): readonly string[] {
  const { filter, pinned } = stores.session.getState()
  const shown = shownDayOf(stores)
  if (!shown) return []
  const ids = shown.outcome.played.index.enterpriseIds
  if (!loaded || !isFiltering(filter)) return ids
  const { isShown } = loaded.shownRows(filter, ids, facetsOf(loaded, shown), pinned)
  return ids.filter((_, row) => isShown[row] === 1)
}
