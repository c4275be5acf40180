import { FACETS, type Facet, type Filter } from '../../model/filter.ts'

/** Values of each enterprise in a facet; one may have several, as causes, or none. */
export type FacetValues = Readonly<Record<Facet, readonly (readonly string[])[]>>

export interface Shown {
  /** [enterprises] 1 = shown. */
  readonly isShown: Uint8Array
  readonly hidden: number
}

/**
 * @param ids [enterprises]
 * @param pinned ids that are shown whatever the filter says
 */
export function shownRows(
  filter: Filter,
  ids: readonly string[],
  values: Pick<FacetValues, Facet>,
  pinned: readonly string[],
): Shown {
  const wanted = FACETS.flatMap((facet) => {
    const of = filter.facets[facet] ?? []
    return of.length > 0 ? [{ values: values[facet], of: new Set(of) }] : []
  })
  const only = filter.only.length > 0 ? new Set(filter.only) : null
  const hidden = new Set(filter.hidden)
  const always = new Set(pinned)
  const isShown = Uint8Array.from(ids, (id, row) => {
    if (always.has(id)) return 1
    if (hidden.has(id) || (only && !only.has(id))) return 0
    return wanted.every(({ values: all, of }) => all[row]!.some((value) => of.has(value))) ? 1 : 0
  })
  return { isShown, hidden: isShown.reduce((sum, each) => sum + (each === 1 ? 0 : 1), 0) }
}

/** How many enterprises have each value of a facet, among those that all other parts of the filter let through. */
export function countsOf(
  filter: Filter,
  facet: Facet,
  ids: readonly string[],
  values: FacetValues,
): ReadonlyMap<string, number> {
  const { [facet]: _, ...facets } = filter.facets
  const { isShown } = shownRows({ ...filter, facets }, ids, values, [])
  const counts = new Map<string, number>()
  values[facet].forEach((all, row) => {
    for (const value of all) counts.set(value, (counts.get(value) ?? 0) + isShown[row]!)
  })
  return counts
}
