import { memo, useMemo, type KeyboardEvent } from 'react'
import { ENTERPRISE_STATES } from '../../analysis/day-view.ts'
import type { TierLayout } from '../../analysis/layout/tier-layout.ts'
import { percent } from '../../i18n/format.ts'
import { textIn } from '../../model/local-text.ts'
import { notesOn } from '../../model/notes.ts'
import { enterpriseById } from '../../state/selectors.ts'
import { foldFigures } from '../../analysis/folding/fold-day.ts'
import type { MapScene } from './map-props.ts'
import { useDocument, useSession, useWords } from '../app-context.ts'
import { wholeRow, type MapGraph } from '../map-graph.ts'
import { rowName } from '../names.ts'
import { useFoldObserved, useObservedLines } from '../observed/use-observed-lines.ts'
import type { ShownDay } from '../shown-day.ts'
import { heldLeading } from '../../analysis/picture/holders.ts'
import { severityWord } from '../../analysis/picture/severity.ts'
import { customersOf, suppliersOf } from '../../analysis/trace-rows.ts'

export interface MapMirrorProps {
  readonly shown: ShownDay
  readonly graph: MapGraph
  readonly scene: MapScene
  /** Row of the map that has the roving focus. */
  readonly row: number
  readonly onKey: (event: KeyboardEvent) => void
  readonly onFocus: (isFocused: boolean) => void
  /** Ctrl/Cmd+A: all are marked. */
  readonly onPickAll: () => void
  /** Shift+F10 or the menu key: the menu of the enterprise at hand. */
  readonly onMenu: () => void
}

/** Above this many enterprises the mirror holds only the column of the one at hand. */
const WHOLE_UP_TO = 400

/** The map for keyboard and screen reader: one tab stop, an option for each enterprise, and what is at hand spoken as it changes. */
export function MapMirror({ shown, graph, scene, row, onKey, onFocus, onPickAll, onMenu }: MapMirrorProps) {
  const { t } = useWords()
  const spoken = useSpoken(shown, graph, row)
  // While days are played it would speak on every one of them, and on stage over the story.
  const isQuiet = useSession(({ isPlaying, dialog }) => isPlaying || dialog === 'present')
  const marked = scene.picked.has(row) ? t('map.marked') : ''
  return (
    <>
      <div
        id="map-mirror"
        className="hidden-visually"
        role="listbox"
        tabIndex={0}
        aria-label={t('map.label')}
        aria-describedby="map-help"
        aria-activedescendant={`map-option-${row}`}
        onKeyDown={(event) => {
          onFocus(true)
          if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
            event.preventDefault()
            onPickAll()
          } else onKey(event)
        }}
        onContextMenu={(event) => {
          event.preventDefault()
          onMenu()
        }}
        onFocus={(event) => onFocus(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => onFocus(false)}
      >
        <Options graph={graph} row={row} cover={scene.cover} picked={scene.picked} lit={scene.lit} />
      </div>
      <p id="map-help" className="hidden-visually">
        {t('map.help')}
      </p>
      <span id="map-lit" hidden>
        {t('map.lit')}
      </span>
      <div className="hidden-visually" aria-live="polite">
        {isQuiet ? '' : marked === '' ? spoken : `${spoken}, ${marked}`}
      </div>
    </>
  )
}

interface OptionsProps extends Pick<MapScene, 'cover' | 'picked' | 'lit'> {
  readonly graph: MapGraph
  readonly row: number
}

/** All enterprises that the filter shows in reading order, by name; those that are marked are checked, those that stand out say so. */
const Options = memo(function Options({ graph, row, cover, picked, lit }: OptionsProps) {
  const { language } = useWords()
  const { chain, index, layout } = graph
  const rows = useMemo(
    () =>
      readingOrder(layout, index.enterpriseCount, row).filter((at) => !cover || cover.isEmpty || cover.cards[at] === 1),
    [layout, index, row, cover],
  )
  return rows.map((at) => (
    <div
      key={at}
      id={`map-option-${at}`}
      role="option"
      aria-selected={at === row}
      aria-checked={picked.has(at)}
      aria-describedby={lit?.has(at) ? 'map-lit' : undefined}
    >
      {rowName(chain, index, at, language)}
    </div>
  ))
})

/** Rows column by column from the top; of a large chain only those of one lane. */
function readingOrder({ lane, x, y }: TierLayout, count: number, row: number): number[] {
  return Array.from({ length: Math.min(count, lane.length) }, (_, at) => at)
    .filter((at) => count <= WHOLE_UP_TO || lane[at] === lane[row])
    .toSorted((a, b) => x[a]! - x[b]! || y[a]! - y[b]!)
}

/** For example: Huaxin Electronics, core supplier, block: logistics, severe, operating rate 30 %, 2 suppliers, 5 customers, holds up 3 leading enterprises. */
function useSpoken(shown: ShownDay, graph: MapGraph, at: number): string {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const { outcome, view } = shown
  const { index, causes } = outcome.played
  const row = wholeRow(graph, { kind: 'enterprise', row: at })
  const observed = useObservedLines(shown, row)
  const foldSeen = useFoldObserved(shown, graph.fold, at)
  if (row < 0 && graph.fold) {
    const { level, blocked, stopped } = foldFigures(graph.fold, index, view, at)
    return [
      rowName(graph.chain, graph.index, at, language),
      t('map.spoken', {
        level: percent(level, language),
        suppliers: suppliersOf(graph.index, at).length,
        customers: customersOf(graph.index, at).length,
      }),
      t('map.fold.inside', { blocked, stopped }),
      ...foldSeen,
    ].join(language === 'zh' ? '，' : ', ')
  }
  const enterprise = enterpriseById(outcome.chain, index.enterpriseIds[row]!)
  if (!enterprise) return ''
  const isBlocked = view.block[row]! >= 0
  const held = isBlocked ? heldLeading({ index, view }, row).length : 0
  const notes = notesOn(chain, { enterprise: enterprise.id }).length
  return [
    textIn(enterprise.name, language),
    t(`words.role.${enterprise.role}`),
    isBlocked
      ? t('map.blockOn', {
          cause: t(`words.cause.${causes[view.block[row]!]!}`),
          severity: t(`words.severityStep.${severityWord(view.severity[row]!)}`),
        })
      : t(`words.state.${ENTERPRISE_STATES[view.state[row]!]!}`),
    t('map.spoken', {
      level: percent(view.level[row]!, language),
      suppliers: suppliersOf(index, row).length,
      customers: customersOf(index, row).length,
    }),
    ...observed,
    ...(held > 0 ? [t('map.holdsUp', { count: held })] : []),
    ...(notes > 0 ? [t('map.noted', { count: notes })] : []),
  ].join(language === 'zh' ? '，' : ', ')
}
