import type { KeyboardEvent } from 'react'
import type { TraceDirection } from '../../state/session.ts'
import type { Stores } from '../../state/stores.ts'
import { useApp } from '../app-context.ts'
import { clearOnShownDay, goToNextBlock } from '../block-actions.ts'
import { isCardDrawn } from '../../analysis/picture/focus.ts'
import type { MapScene, MapTarget } from '../canvas/map-props.ts'
import { walk, type WalkKey } from '../canvas/walk.ts'
import { togglePicked, traceFrom } from '../follow-actions.ts'
import { membersAt } from '../map-thing.ts'
import { openFold } from '../fold-actions.ts'
import { selectionOf, wholeRow, type MapGraph } from '../map-graph.ts'
import type { ShownDay } from '../shown-day.ts'
import { isSingleKey, type MapKey } from '../shortcuts.ts'
import { blockToClear } from './block-to-clear.ts'

export interface MapKeysInput {
  readonly shown: ShownDay
  readonly graph: MapGraph | null
  readonly scene: MapScene | null
  /** Of the map. */
  readonly row: number
  readonly onSetBlock: (target: MapTarget) => void
  readonly onHelp: () => void
  readonly onFit: () => void
}

/** Keys while the map has the focus; anything with Ctrl, Alt or Cmd is left to the page and the browser. */
export function useMapKeys(input: MapKeysInput): (event: KeyboardEvent) => void {
  const { stores } = useApp()
  // A new chain has nobody at hand: no key acts on the first enterprise of it.
  const there = input.graph && input.graph.index.enterpriseCount > 0 ? input : { ...input, graph: null }
  const keys: Keys = { ...walkKeys(there, stores), ...actionKeys(there, stores) }
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (isSingleKey(event.key) && !stores.session.getState().hasSingleKeys) return
    const act = keys[(event.key.length === 1 ? event.key.toLowerCase() : event.key) as MapKey] as
      (() => void) | undefined
    if (!act) return
    event.preventDefault()
    act()
  }
}

/** Every key of the table of shortcuts has an answer here, and no other. */
type Keys = Readonly<Record<MapKey, () => void>>

const select = ({ session }: Stores, graph: MapGraph, row: number): void =>
  session.setState({ selection: selectionOf(graph, { kind: 'enterprise', row }) })

function walkKeys({ shown, graph, scene, row }: MapKeysInput, stores: Stores) {
  const { index } = shown.outcome.played
  const arrow = (key: WalkKey) => () => {
    const isSeen = (each: number) => !scene || isCardDrawn(scene, each)
    const next = graph ? walk({ index: graph.index, layout: graph.layout, isSeen }, row, key) : null
    if (graph && next !== null) select(stores, graph, next)
  }
  return {
    ArrowLeft: arrow('ArrowLeft'),
    ArrowRight: arrow('ArrowRight'),
    ArrowUp: arrow('ArrowUp'),
    ArrowDown: arrow('ArrowDown'),
    n: () => goToNextBlock(stores),
    x: () => graph && togglePicked(stores, membersAt(graph, index, { kind: 'enterprise', row })),
    Enter: () => {
      const key = graph?.fold?.keys[row]
      if (key) openFold(stores, key)
      else if (graph) select(stores, graph, row)
    },
  }
}

function actionKeys({ shown, graph, row: at, onSetBlock, onHelp, onFit }: MapKeysInput, stores: Stores) {
  const { session } = stores
  const { index, run } = shown.outcome.played
  /** Of the whole chain; -1 = a fold, which is not cleared as one. */
  const row = graph ? wholeRow(graph, { kind: 'enterprise', row: at }) : -1
  const target: MapTarget = { kind: 'enterprise', row }
  const trace = (direction: TraceDirection) => () =>
    graph && traceFrom(stores, membersAt(graph, index, { kind: 'enterprise', row: at }), direction)
  const step = (days: number) => () =>
    session.setState({ day: Math.max(0, Math.min(run.days - 1, shown.day + days)), isPlaying: false, waveFrom: null })
  const clear = () => {
    const block = row < 0 ? null : blockToClear(shown, target)
    if (block !== null) clearOnShownDay(stores, block)
  }
  return {
    u: trace('upstream'),
    d: trace('downstream'),
    b: () => row >= 0 && onSetBlock(target),
    c: clear,
    f: onFit,
    t: () => session.setState((state) => ({ table: state.table === 'none' ? 'enterprises' : 'none' })),
    p: () => session.setState({ dialog: 'present' }),
    l: () => document.getElementById('legend')?.focus(),
    ' ': () => session.setState((state) => ({ isPlaying: !state.isPlaying, waveFrom: null })),
    '[': step(-1),
    ']': step(1),
    '?': onHelp,
  }
}
