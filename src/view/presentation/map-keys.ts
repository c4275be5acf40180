import type { KeyboardEvent } from 'react'
import { severityOn } from '../../engine/forces.ts'
import type { TraceDirection } from '../../state/session.ts'
import type { TierLayout } from '../../analysis/layout/tier-layout.ts'
import type { Stores } from '../../state/stores.ts'
import { useApp, useComputed } from '../app-context.ts'
import { clearOnShownDay } from '../block-actions.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import { walk, type WalkKey } from '../canvas/walk.ts'
import type { ShownDay } from '../shown-day.ts'
import type { MapKey } from '../shortcuts.ts'
import { blockToClear } from './block-to-clear.ts'

export interface MapKeysInput {
  readonly shown: ShownDay
  readonly row: number
  readonly onSetBlock: (target: MapTarget) => void
  readonly onHelp: () => void
  readonly onFit: () => void
}

/** Keys while the map has the focus; anything with Ctrl, Alt or Cmd is left to the page and the browser. */
export function useMapKeys(input: MapKeysInput): (event: KeyboardEvent) => void {
  const { stores } = useApp()
  const layout = useComputed((state) => state.structure?.layout)
  const keys: Keys = { ...walkKeys(input, stores, layout), ...actionKeys(input, stores) }
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = keys[(event.key.length === 1 ? event.key.toLowerCase() : event.key) as MapKey] as
      (() => void) | undefined
    if (!act) return
    event.preventDefault()
    act()
  }
}

/** Every key of the table of shortcuts has an answer here, and no other. */
type Keys = Readonly<Record<MapKey, () => void>>

const select = ({ session }: Stores, shown: ShownDay, row: number): void =>
  session.setState({ selection: { kind: 'enterprise', id: shown.outcome.played.index.enterpriseIds[row]! } })

function walkKeys({ shown, row }: MapKeysInput, stores: Stores, layout: TierLayout | undefined) {
  const { index, timeline } = shown.outcome.played
  const arrow = (key: WalkKey) => () => {
    const next = layout ? walk(index, layout, row, key) : null
    if (next !== null) select(stores, shown, next)
  }
  const nextBlock = () => {
    const open = timeline.blocks.filter((block) => block.kind !== 'link' && severityOn(block, shown.day) > 0)
    const rows = [...new Set(open.map((block) => block.row))]
    if (rows.length > 0) select(stores, shown, rows[(rows.indexOf(row) + 1) % rows.length]!)
  }
  return {
    ArrowLeft: arrow('ArrowLeft'),
    ArrowRight: arrow('ArrowRight'),
    ArrowUp: arrow('ArrowUp'),
    ArrowDown: arrow('ArrowDown'),
    n: nextBlock,
    Enter: () => select(stores, shown, row),
  }
}

function actionKeys({ shown, row, onSetBlock, onHelp, onFit }: MapKeysInput, stores: Stores) {
  const { session } = stores
  const { index, run } = shown.outcome.played
  const target: MapTarget = { kind: 'enterprise', row }
  const trace = (direction: TraceDirection) => () =>
    session.setState({ trace: { enterprise: index.enterpriseIds[row]!, direction } })
  const step = (days: number) => () =>
    session.setState({ day: Math.max(0, Math.min(run.days - 1, shown.day + days)), isPlaying: false, waveFrom: null })
  const clear = () => {
    const block = blockToClear(shown, target)
    if (block !== null) clearOnShownDay(stores, block)
  }
  return {
    u: trace('upstream'),
    d: trace('downstream'),
    b: () => onSetBlock(target),
    c: clear,
    f: onFit,
    t: () => session.setState((state) => ({ table: state.table === 'none' ? 'enterprises' : 'none' })),
    l: () => document.getElementById('legend')?.focus(),
    ' ': () => session.setState((state) => ({ isPlaying: !state.isPlaying, waveFrom: null })),
    '[': step(-1),
    ']': step(1),
    '?': onHelp,
  }
}
