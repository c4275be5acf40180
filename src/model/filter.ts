/** What enterprises can be sorted out by. */
export const FACETS = ['stage', 'role', 'region', 'industry', 'cause', 'state', 'list', 'trait'] as const
export type Facet = (typeof FACETS)[number]

/**
 * Which part of the chain is shown. Within a facet any of its wanted values will do, between facets all must hold; what was hidden by
 * hand is left out on top. Nothing is left out of any figure.
 */
export interface Filter {
  /** Wanted values; an absent facet sorts nothing out. */
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>
  /** Ids of enterprises that alone are shown; empty = all. */
  readonly only: readonly string[]
  /** Ids of enterprises and of links that were hidden by hand. */
  readonly hidden: readonly string[]
  readonly hiddenLinks: readonly string[]
  /** What becomes of the others: not drawn, or pale. */
  readonly way: 'hide' | 'fade'
}

export const NO_FILTER: Filter = { facets: {}, only: [], hidden: [], hiddenLinks: [], way: 'hide' }

export const isFiltering = ({ facets, only, hidden, hiddenLinks }: Filter): boolean =>
  only.length > 0 ||
  hidden.length > 0 ||
  hiddenLinks.length > 0 ||
  Object.values(facets).some((wanted) => wanted.length > 0)

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string')

export function isFilter(value: unknown): value is Filter {
  if (typeof value !== 'object' || value === null) return false
  const { facets, only, hidden, hiddenLinks, way } = value as Readonly<Record<string, unknown>>
  return (
    typeof facets === 'object' &&
    facets !== null &&
    Object.entries(facets).every(([name, wanted]) => FACETS.includes(name as Facet) && isTexts(wanted)) &&
    [only, hidden, hiddenLinks].every(isTexts) &&
    (way === 'hide' || way === 'fade')
  )
}
