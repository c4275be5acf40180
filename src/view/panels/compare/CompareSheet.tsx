import { Button, CloseButton, SegmentedControl, Select } from '@mantine/core'
import { OBSERVED_DAYS, scenesOf } from '../../../model/scenes.ts'
import { Suspense, useEffect, useMemo, useRef, type RefObject } from 'react'
import type { Shown } from '../../../analysis/filter/shown-rows.ts'
import { isFiltering } from '../../../model/filter.ts'
import { textIn, type Language } from '../../../model/local-text.ts'
import { loadWords } from '../../../i18n/areas.ts'
import { takeScene } from '../../../state/actions/edit-scenes.ts'
import { MOST_RUN_BYTES } from '../../../engine/run-size.ts'
import { decimal } from '../../../i18n/format.ts'
import type { Structure } from '../../../state/computed.ts'
import { dateOfDay, shownScenario } from '../../../state/selectors.ts'
import { COMPARE_VIEWS, type ComparedFutures } from '../../../state/session.ts'
import { useApp, useComputed, useDocument, useSession, useWords } from '../../app-context.ts'
import { useShownRows } from '../../filtered.ts'
import { coverOf } from '../../../analysis/filter/cover.ts'
import { mapTarget, useGraphOf } from '../../map-graph.ts'
import { useShownDay, type ShownDay } from '../../shown-day.ts'
import { LateFilterBar } from '../following/late.ts'
import { ChangesAndCurves } from './ChangesAndCurves.tsx'
import { DaysRow, useComparedDays, type ComparedDays } from './DaysRow.tsx'
import { FutureFigures } from './FutureFigures.tsx'
import { FuturesTable } from './FuturesTable.tsx'
import { FutureMaps } from './FutureMaps.tsx'
import { MIDDLE } from './SwipeBorder.tsx'
import { futureScene, viewOf } from './future-scene.ts'
import { ghostsOf, ghostsOnFolds } from './ghosts.ts'
import { useFutures, type Future, type Futures } from './use-futures.ts'
import './compare.css'

/** Two futures, or a future and what was observed, on one calendar and one day. */
export function CompareSheet() {
  const { t, language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const structure = useComputed((state) => state.structure)
  const { pair, choose } = usePair()
  const { a: idA, b: idB, view } = pair
  const ids = useMemo(() => [idA, idB] as const, [idA, idB])
  useRemembered(pair)
  const { futures, failure, bytes = 0 } = useFutures(structure, idA, idB)
  const gigabytes = (amount: number) => decimal(amount / 1e9, 1, language)
  const choices = [
    ...(chain.scenarios ?? []).map(({ id, name }) => ({ value: id, label: textIn(name, language) || id })),
    ...((chain.observations ?? []).length > 0 ? [{ value: OBSERVED_DAYS, label: t('compare.observed') }] : []),
  ]
  return (
    <section className="sheet full compare" aria-label={t('compare.title')}>
      <div className="sheet-head">
        <h2 className="hidden-visually">{t('compare.title')}</h2>
        {(['a', 'b'] as const).map((side) => (
          <label key={side} className="compare-choice">
            <strong>{t(`compare.${side}`)}</strong>
            <Select
              size="xs"
              aria-label={t(`compare.${side}`)}
              data={choices.filter(
                ({ value }) => value !== OBSERVED_DAYS || (side === 'a' ? idB : idA) !== OBSERVED_DAYS,
              )}
              value={(side === 'a' ? idA : idB) || null}
              allowDeselect={false}
              onChange={(id) => id && choose({ [side]: id })}
            />
          </label>
        ))}
        <Button size="compact-xs" variant="default" onClick={() => choose({ a: idB, b: idA })}>
          ⇄ {t('compare.swap')}
        </Button>
        <TakeScene a={idA} b={idB} />
        <div className="spacer" />
        <SegmentedControl
          size="xs"
          aria-label={t('compare.view.label')}
          value={view}
          onChange={(chosen) => choose({ view: chosen })}
          data={COMPARE_VIEWS.map((value) => ({
            value,
            label: t(`compare.view.${value}`),
          }))}
        />
        <CloseButton aria-label={t('compare.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      {failure !== '' && <p role="alert">{t('compare.failed', { message: failure })}</p>}
      {bytes > 0 && (
        <p role="alert">{t('compare.tooLarge', { needed: gigabytes(bytes), most: gigabytes(MOST_RUN_BYTES) })}</p>
      )}
      {choices.length < 2 && <p className="compare-empty">{t('compare.need')}</p>}
      {choices.length >= 2 && !futures && failure === '' && bytes === 0 && (
        <p role="status" className="compare-empty">
          {t('compare.running')}
        </p>
      )}
      {structure && futures && (
        <Compared
          structure={structure}
          futures={futures}
          ids={ids}
          pair={pair}
          onShare={(share) => choose({ share })}
        />
      )}
    </section>
  )
}

/** Puts the comparison at the end of the story, as the difference that B makes to A, and opens the story there. */
function TakeScene({ a, b }: { readonly a: string; readonly b: string }) {
  const { t } = useWords()
  const { stores } = useApp()
  const take = async () => {
    await loadWords('present')
    const { compared, day } = stores.session.getState()
    const isB = b !== OBSERVED_DAYS
    stores.session.setState({
      scenarioId: isB ? b : a,
      day: compared?.day ?? day,
      against: isB ? { a } : { a, b },
      swipe: compared?.view === 'swipe' ? (compared.share ?? MIDDLE) : null,
      lens: 'difference',
      preview: null,
    })
    const number = scenesOf(stores.document.getState().chain).length + 1
    const nameIn = (lng: Language) => t('present.newName', { number, lng })
    const sceneId = takeScene(stores, { zh: nameIn('zh'), en: nameIn('en') })
    stores.session.setState({ sceneId, table: 'scenes' })
  }
  return (
    <Button size="compact-xs" variant="default" disabled={b === ''} onClick={() => void take()}>
      {t('compare.takeScene')}
    </Button>
  )
}

/** Which two: those of the last choice, else those whose difference the map shows, else the shown scenario and the next. */
function usePair() {
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const shown = useSession((state) => shownScenario(chain, state.scenarioId)?.id ?? '')
  const chosen = useSession((state) => state.compared)
  const against = useSession((state) => state.against)
  const pair = useMemo((): ComparedFutures => {
    const ids = (chain.scenarios ?? []).map(({ id }) => id)
    const isThere = (id: string | undefined): id is string => id === OBSERVED_DAYS || ids.includes(id ?? '')
    const onMap = against?.b === OBSERVED_DAYS ? { a: shown, b: against.b } : { a: against?.a, b: shown }
    const a = [chosen?.a, onMap.a].find(isThere) ?? shown
    const b = [chosen?.b, onMap.b].find((id) => isThere(id) && id !== a) ?? ids.find((id) => id !== a) ?? ''
    return { view: 'side', ...chosen, a, b }
  }, [chain, chosen, against, shown])
  return {
    pair,
    choose: ({ a = pair.a, b = pair.b, view = pair.view, share = pair.share }: Partial<ComparedFutures>) => {
      // Another calendar has other days.
      const day = b === pair.b && a === pair.a && dayOf(pair)
      stores.session.setState({ compared: { a, b, view, ...day, ...(share !== undefined && { share }) } })
    },
  }
}

/** While the sheet is open, and while its link is being shared, the session knows what is compared. */
function useRemembered(pair: ComparedFutures): void {
  const { session } = useApp().stores
  const isKnown = useSession((state) => state.compared !== null)
  useEffect(() => {
    if (!isKnown) session.setState({ compared: pair })
  }, [isKnown, pair, session])
  useEffect(
    () => () => {
      if (session.getState().table !== 'share') session.setState({ compared: null })
    },
    [session],
  )
}

const dayOf = ({ day }: ComparedFutures) => day !== undefined && { day }

/** [ and ] step a day, Space plays; not while something else hears the key. */
function hearDays(event: KeyboardEvent, { day, goTo, toggle }: ComparedDays): void {
  const isTaken = event.target instanceof HTMLElement && event.target.closest('button, input, tr, [role="slider"]')
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === '[') goTo(day - 1)
  else if (event.key === ']') goTo(day + 1)
  else if (event.key === ' ' && !isTaken) toggle()
  else return
  event.preventDefault()
}

/** The keys of days act in the whole sheet, whose head has the focus when it opens. */
function useDayKeys(compared: ComparedDays): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(compared)
  useEffect(() => {
    latest.current = compared
  })
  useEffect(() => {
    const sheet = place.current?.closest('section')
    const hear = (event: KeyboardEvent) => hearDays(event, latest.current)
    sheet?.addEventListener('keydown', hear)
    return () => sheet?.removeEventListener('keydown', hear)
  }, [])
  return place
}

interface ComparedProps {
  readonly structure: Structure
  readonly futures: Futures
  readonly ids: readonly [string, string]
  readonly pair: ComparedFutures
  readonly onShare: (share: number) => void
}

function Compared({ structure, futures, ids, pair, onShare }: ComparedProps) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const moved = useSession((state) => state.moved)
  const selection = useSession((state) => state.selection)
  const days = Math.min(futures.a.levels.days, futures.b.levels.days)
  const { view } = pair
  const { calendar } = futures
  const compared = useComparedDays({ calendar, days, pair })
  const { day } = compared
  const place = useDayKeys(compared)
  const shown = useShownDay()
  const left = useFilteredRows(structure, shown)
  const graph = useGraphOf(structure)
  const filter = useSession((state) => state.filter)
  const scenes = useMemo(() => {
    const dayLabel = (at: number) => dateOfDay(calendar, at).slice(5)
    const { index } = structure
    const selected = mapTarget(graph, index, selection)
    const cover = left && coverOf(graph, index, left, filter)
    const input = { structure, graph, language, day, moved, selected, lit: null, litLinks: null, cover, dayLabel }
    const scenarioOf = (id: string) => chain.scenarios?.find((scenario) => scenario.id === id) ?? null
    const sideOf = (future: Future, id: string) => ({
      scenario: scenarioOf(id),
      view: viewOf(input, future),
      causes: future.played?.causes ?? [],
    })
    const found = ghostsOf(
      { chain, index, language, day, start: calendar.start },
      sideOf(futures.a, ids[0]),
      sideOf(futures.b, ids[1]),
    )
    const ghosts = graph.fold ? ghostsOnFolds(graph.fold, index, found) : found
    return {
      a: { ...futureScene(input, futures.a, null), ghosts: ghosts.a },
      b: { ...futureScene(input, futures.b, null), ghosts: ghosts.b },
      difference: { ...futureScene(input, futures.b, futures.a), ghosts: ghosts.difference },
    }
  }, [structure, graph, chain, language, day, moved, selection, futures, calendar, ids, left, filter])
  return (
    <div
      role="group"
      aria-label={t('compare.view.label')}
      className={view === 'side' ? 'compared stacked' : 'compared'}
      ref={place}
    >
      <div className="compare-top">
        <DaysRow {...compared} days={days} calendar={calendar} />
        <Suspense>{shown && isFiltering(filter) && <LateFilterBar shown={shown} />}</Suspense>
        <FutureMaps key={view} view={view} graph={graph} share={pair.share ?? MIDDLE} onShare={onShare} {...scenes} />
      </div>
      <div className="compare-side">
        <FutureFigures futures={futures} day={day} />
        <ChangesAndCurves structure={structure} futures={futures} ids={ids} day={day} left={left} />
        <FuturesTable structure={structure} futures={futures} day={day} left={left} />
      </div>
    </div>
  )
}

/** Enterprises that the filter of the map shows; the same in both futures, those of the shown scenario and day. */
function useFilteredRows(structure: Structure, shown: ShownDay | null): Shown | null {
  const rows = useShownRows(shown)
  return shown?.outcome.played.index === structure.index ? rows : null
}
