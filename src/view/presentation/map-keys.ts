import type { KeyboardEvent } from 'react'
import { severityOn } from '../../engine/forces.ts'
import type { TraceDirection } from '../../state/session.ts'
import { useApp, useComputed } from '../app-context.ts'
import { clearOnShownDay } from '../block-actions.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import { walk, type WalkKey } from '../canvas/walk.ts'
import type { ShownDay } from '../shown-day.ts'
import { blockToClear } from './block-to-clear.ts'

export interface MapKeysInput {
  readonly shown: ShownDay
  readonly row: number
  readonly onSetBlock: (target: MapTarget) => void
  readonly onHelp: () => void
  readonly onFit: () => void
}

/** Keys while the map has the focus; anything with Ctrl, Alt or Cmd is left to the page and the browser. */
export function useMapKeys({ shown, row, onSetBlock, onHelp, onFit }: MapKeysInput): (event: KeyboardEvent) => void {
  const { stores } = useApp()
  const layout = useComputed((state) => state.structure?.layout)
  const { index, timeline, run } = shown.outcome.played
  const target: MapTarget = { kind: 'enterprise', row }
  const select = (next: number) =>
    stores.session.setState({ selection: { kind: 'enterprise', id: index.enterpriseIds[next]! } })
  const arrow = (key: WalkKey) => {
    const next = layout ? walk(index, layout, row, key) : null
    if (next !== null) select(next)
  }
  const goTo = (day: number) =>
    stores.session.setState({ day: Math.max(0, Math.min(run.days - 1, day)), isPlaying: false })
  const trace = (direction: TraceDirection) =>
    stores.session.setState({ trace: { enterprise: index.enterpriseIds[row]!, direction } })
  const nextBlock = () => {
    const rows = [
      ...new Set(
        timeline.blocks
          .filter((block) => block.kind !== 'link' && severityOn(block, shown.day) > 0)
          .map((block) => block.row),
      ),
    ]
    if (rows.length > 0) select(rows[(rows.indexOf(row) + 1) % rows.length]!)
  }
  const clear = () => {
    const block = blockToClear(shown, target)
    if (block !== null) clearOnShownDay(stores, block)
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => arrow('ArrowLeft'),
    ArrowRight: () => arrow('ArrowRight'),
    ArrowUp: () => arrow('ArrowUp'),
    ArrowDown: () => arrow('ArrowDown'),
    u: () => trace('upstream'),
    d: () => trace('downstream'),
    n: nextBlock,
    b: () => onSetBlock(target),
    c: clear,
    f: onFit,
    t: () => stores.session.setState((state) => ({ table: state.table === 'none' ? 'enterprises' : 'none' })),
    l: () => document.getElementById('legend')?.focus(),
    ' ': () => stores.session.setState((state) => ({ isPlaying: !state.isPlaying })),
    '[': () => goTo(shown.day - 1),
    ']': () => goTo(shown.day + 1),
    '?': onHelp,
    Enter: () => select(row),
  }
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
}
