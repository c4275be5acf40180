import { Button, Checkbox, CloseButton, SegmentedControl, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { asSought } from '../../../model/as-sought.ts'
import { FACETS, isFiltering, type Facet } from '../../../model/filter.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { facetsOf, useFilterRules, useShownRows, type FilterRules } from '../../filtered.ts'
import { filterBy, showAll } from '../../follow-actions.ts'
import { useShownDay, type ShownDay } from '../../shown-day.ts'
import { useFacetWords } from './facet-words.ts'
import { toggleValue } from './FilterBar.tsx'
import './following.css'

/** Values of a facet that are listed before one has to search for the others. */
const LISTED = 8

/** What part of the chain is shown, by what its enterprises are; over the left of the map, so that the map answers at once. */
export function FilterPanel() {
  const { t } = useWords()
  const { stores } = useApp()
  const shown = useShownDay()
  const rules = useFilterRules(true)
  const filter = useSession((state) => state.filter)
  const rows = useShownRows(shown)
  if (!shown) return null
  const count = shown.outcome.played.index.enterpriseCount
  const left = t('follow.filter.left', { shown: count - (rows?.hidden ?? 0), count })
  return (
    <section className="side-panel" aria-label={t('follow.filter.title')}>
      <div className="side-head">
        <h2>{t('follow.filter.title')}</h2>
        <CloseButton
          aria-label={t('follow.filter.close')}
          onClick={() => stores.session.setState({ isFilterOpen: false })}
        />
      </div>
      <p className="side-note">{t('follow.filter.logic')}</p>
      <div className="side-line">
        {/* While something is hidden the bar on the map says it. */}
        <span role="status">{isFiltering(filter) ? '' : left}</span>
        {isFiltering(filter) && <span>{left}</span>}
        {isFiltering(filter) && (
          <Button size="compact-xs" onClick={() => showAll(stores)}>
            {t('follow.filter.showAll')}
          </Button>
        )}
      </div>
      <div className="side-line">
        <span>{t('follow.filter.way')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('follow.filter.way')}
          value={filter.way}
          onChange={(way) => filterBy(stores, { way })}
          data={(['hide', 'fade'] as const).map((value) => ({ value, label: t(`follow.filter.${value}`) }))}
        />
      </div>
      {rules && FACETS.map((facet) => <FacetGroup key={facet} facet={facet} rules={rules} shown={shown} />)}
    </section>
  )
}

interface FacetGroupProps {
  readonly facet: Facet
  readonly rules: FilterRules
  readonly shown: ShownDay
}

/** Values of one facet, each with how many enterprises it would leave; nothing where there is only one. */
function FacetGroup({ facet, rules, shown }: FacetGroupProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const filter = useSession((state) => state.filter)
  const wordOf = useFacetWords()
  const [text, setText] = useState('')
  const wanted = filter.facets[facet] ?? []
  const counts = useMemo(
    () => rules.countsOf(filter, facet, shown.outcome.played.index.enterpriseIds, facetsOf(rules, shown)),
    [rules, filter, facet, shown],
  )
  const rows = useMemo(() => {
    const collator = new Intl.Collator(language)
    const named = [...counts].map(([value, count]) => ({ value, count, name: wordOf(facet, value) }))
    return named.toSorted((a, b) => b.count - a.count || collator.compare(a.name, b.name))
  }, [counts, facet, wordOf, language])
  if (rows.length < 2 && wanted.length === 0) return null
  const fits = rows.filter(({ name }) => asSought(name).includes(asSought(text.trim())))
  const listed = [
    ...fits.filter(({ value }) => wanted.includes(value)),
    ...fits.filter(({ value }) => !wanted.includes(value)).slice(0, LISTED),
  ]
  const help = facet === 'region' || facet === 'cause' || facet === 'state' || facet === 'list' ? facet : null
  return (
    <fieldset className="facet" title={help ? t(`follow.filter.help.${help}`) : undefined}>
      <legend>{t(`follow.filter.facet.${facet}`)}</legend>
      {rows.length > LISTED && (
        <TextInput
          size="xs"
          aria-label={`${t('follow.filter.search')}: ${t(`follow.filter.facet.${facet}`)}`}
          placeholder={t('follow.filter.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {listed.map(({ value, count, name }) => (
        <Checkbox
          key={value}
          size="xs"
          checked={wanted.includes(value)}
          onChange={() => toggleValue(stores, facet, value)}
          label={
            <>
              {name} <small>{count}</small>
            </>
          }
        />
      ))}
    </fieldset>
  )
}
