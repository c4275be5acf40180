import { Button, CloseButton } from '@mantine/core'
import { FACETS, isFiltering, type Facet } from '../../../model/filter.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { useShownRows } from '../../filtered.ts'
import { filterBy, showAll } from '../../follow-actions.ts'
import type { ShownDay } from '../../shown-day.ts'
import { useFacetWords } from './facet-words.ts'
import './following.css'

/** Always in sight while a filter is on: what it is, how many it hides, and the one click that shows all again. */
export function FilterBar({ shown }: { readonly shown: ShownDay }) {
  const { t } = useWords()
  const { stores } = useApp()
  const filter = useSession((state) => state.filter)
  const rows = useShownRows(shown)
  if (!isFiltering(filter)) return null
  const all = shown.outcome.played.index.enterpriseCount
  const isEmpty = rows !== null && rows.hidden === all
  return (
    <div className="map-bar filter-bar" role="group" aria-label={t('follow.filter.label')}>
      <strong role={isEmpty ? 'alert' : 'status'}>
        {isEmpty
          ? t('follow.filter.empty', { count: all })
          : rows &&
            [
              t('follow.filter.hidden', { count: rows.hidden }),
              ...(filter.hiddenLinks.length > 0
                ? [t('follow.filter.links', { count: filter.hiddenLinks.length })]
                : []),
            ].join(' · ')}
      </strong>
      <Button size="compact-xs" onClick={() => showAll(stores)}>
        {t('follow.filter.showAll')}
      </Button>
      <Chips />
      <Button size="compact-xs" variant="subtle" onClick={() => stores.session.setState({ isFilterOpen: true })}>
        {t('follow.filter.open')}
      </Button>
    </div>
  )
}

/** Each part of the filter, taken away one by one. */
function Chips() {
  const { t } = useWords()
  const { stores } = useApp()
  const { facets, only, hidden } = useSession((state) => state.filter)
  const wordOf = useFacetWords()
  const chips: { readonly key: string; readonly name: string; readonly remove: () => void }[] = FACETS.flatMap(
    (facet) =>
      (facets[facet] ?? []).map((value) => ({
        key: `${facet} ${value}`,
        name: `${t(`follow.filter.facet.${facet}`)}: ${wordOf(facet, value)}`,
        remove: () => toggleValue(stores, facet, value),
      })),
  )
  if (only.length > 0)
    chips.push({
      key: 'only',
      name: t('follow.filter.only', { count: only.length }),
      remove: () => filterBy(stores, { only: [] }),
    })
  if (hidden.length > 0)
    chips.push({
      key: 'hidden',
      name: t('follow.filter.byHand', { count: hidden.length }),
      remove: () => filterBy(stores, { hidden: [] }),
    })
  return chips.map(({ key, name, remove }) => (
    <span key={key} className="chip">
      {name}
      <CloseButton size="xs" aria-label={t('follow.filter.remove', { name })} onClick={remove} />
    </span>
  ))
}

/** Wants a value of a facet, or no longer. */
export function toggleValue(stores: ReturnType<typeof useApp>['stores'], facet: Facet, value: string): void {
  const { facets } = stores.session.getState().filter
  const wanted = facets[facet] ?? []
  const next = wanted.includes(value) ? wanted.filter((each) => each !== value) : [...wanted, value]
  const { [facet]: _, ...others } = facets
  filterBy(stores, { facets: next.length > 0 ? { ...others, [facet]: next } : others })
}
