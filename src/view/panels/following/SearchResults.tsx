import { notifications } from '@mantine/notifications'
import { useEffect, useImperativeHandle, useMemo, useState, type Ref } from 'react'
import type { Stores } from '../../../state/stores.ts'
import { useApp, useComputed, useDocument, useWords } from '../../app-context.ts'
import { openFold, standAlone } from '../../fold-actions.ts'
import { rowName } from '../../names.ts'
import type { ResultList } from './result-list.ts'
import { rowOf } from '../../../analysis/row-of.ts'
import { SEARCH_GROUPS, searchIndex, type SearchHit } from './search-index.ts'
import './search.css'

export interface SearchResultsProps {
  readonly text: string
  /** Result at hand, 0 = first. */
  readonly at: number
  readonly onPoint: (at: number) => void
  readonly onDone: () => void
  readonly ref: Ref<ResultList>
}

/** What was found, by how it was found; a choice selects an enterprise, or marks all of a product or a region. */
export function SearchResults({ text, at, onPoint, onDone, ref }: SearchResultsProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const enterprises = useDocument((state) => state.chain.enterprises)
  const supplies = useDocument((state) => state.chain.supplies)
  // Made anew only when there is something else to find: a clearing changes nothing here.
  const index = useMemo(() => searchIndex(enterprises, supplies), [enterprises, supplies])
  const { hits, more } = useMemo(() => index.find(text, language), [index, text, language])
  const say = (name: string): void => {
    notifications.show({ message: t('follow.search.opened', { name }) })
  }
  const choose = (hit: SearchHit | undefined): void => {
    if (!hit) return
    if (goTo(stores, hit)) say(hit.label)
    onDone()
  }
  useImperativeHandle(ref, () => ({ count: hits.length, choose: (place) => choose(hits[place]) }))
  const [list, setList] = useState<HTMLElement | null>(null)
  useEffect(() => {
    list?.querySelector(`#search-hit-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [list, at])
  return (
    <div className="search-results">
      <div id="search-results" role="listbox" aria-label={t('app.search')} ref={setList}>
        {SEARCH_GROUPS.map((group) => {
          const own = hits.filter((hit) => hit.group === group)
          if (own.length === 0) return null
          return (
            <div key={group} role="group" aria-labelledby={`search-group-${group}`}>
              <div id={`search-group-${group}`} className="search-group" role="presentation">
                {t(`follow.search.group.${group}`)}
              </div>
              {own.map((hit) => {
                const place = hits.indexOf(hit)
                return (
                  <Hit
                    key={`${group} ${hit.id}`}
                    hit={hit}
                    place={place}
                    isAtHand={place === at}
                    onPoint={onPoint}
                    onChoose={() => choose(hit)}
                  />
                )
              })}
            </div>
          )
        })}
      </div>
      <p role="status" className={hits.length === 0 ? 'search-none' : 'search-more'}>
        {hits.length === 0
          ? t('follow.search.none', { text: text.trim() })
          : more > 0
            ? t('follow.search.more', { count: more })
            : t('follow.search.results', { count: hits.length })}
      </p>
    </div>
  )
}

interface HitProps {
  readonly hit: SearchHit
  readonly place: number
  readonly isAtHand: boolean
  readonly onPoint: (place: number) => void
  readonly onChoose: () => void
}

/** Named by its label alone; why it was found, and where it stands, is its description. */
function Hit({ hit, place, isAtHand, onPoint, onChoose }: HitProps) {
  const id = `search-hit-${place}`
  const why = useWhy(hit)
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isAtHand}
      aria-labelledby={`${id}-name`}
      aria-describedby={why === '' ? undefined : `${id}-why`}
      onPointerMove={() => onPoint(place)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={(event) => event.key === 'Enter' && onChoose()}
    >
      <span id={`${id}-name`}>{hit.label}</span>
      {why !== '' && <small id={`${id}-why`}>{why}</small>}
    </div>
  )
}

/** Why it was found, and the fold that it stands in. */
function useWhy({ group, reason, enterprises }: SearchHit): string {
  const { t, language } = useWords()
  const fold = useFoldName(group === 'products' || group === 'regions' ? null : enterprises[0]!)
  if (group === 'products') return t('follow.search.markProduct', { count: enterprises.length })
  if (group === 'regions') return t('follow.search.markRegion', { count: enterprises.length })
  return [
    reason && t(`follow.search.${reason.field}`, { text: reason.text }),
    fold !== null && t('follow.search.in', { fold }),
  ]
    .filter(Boolean)
    .join(language === 'zh' ? '，' : ', ')
}

function useFoldName(id: string | null): string | null {
  const { language } = useWords()
  const folded = useComputed((state) => state.folded)
  if (!folded || id === null) return null
  const { graph, structure } = folded
  const whole = rowOf(structure.index, id)
  const row = whole < 0 ? -1 : graph.rowOf[whole]!
  return row < 0 || graph.keys[row] === null ? null : rowName(graph.chain, graph.index, row, language)
}

/** A fold up to this size is opened whole; out of a larger one the enterprise is taken by itself. */
const OPENED_WHOLE = 40

/** Goes to what was chosen. @returns whether an enterprise was taken out of a fold */
function goTo(stores: Stores, { group, id, enterprises }: SearchHit): boolean {
  const { session, computed } = stores
  if (group === 'products' || group === 'regions') {
    session.setState({ picked: enterprises, lit: enterprises, selection: null })
    return false
  }
  const { folded } = computed.getState()
  const row = folded ? folded.graph.rowOf[rowOf(folded.structure.index, id)] : undefined
  const key = row === undefined ? null : folded!.graph.keys[row]!
  const isSmall = row !== undefined && folded!.graph.members[row]!.length <= OPENED_WHOLE
  if (key !== null && isSmall) openFold(stores, key)
  else if (key !== null) standAlone(stores, id)
  session.setState({ selection: { kind: 'enterprise', id } })
  return key !== null && !isSmall
}
