import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { clearBlock } from '../state/actions/clear-block.ts'
import { clearBlocks } from '../state/actions/clear-blocks.ts'
import { unclearBlock } from '../state/actions/unclear-block.ts'
import { blockById, dateOfDay, shownScenario } from '../state/selectors.ts'
import type { Stores } from '../state/stores.ts'
import { severityOn } from '../engine/forces.ts'
import { useApp } from './app-context.ts'
import { shownDayOf } from './shown-day.ts'

/** Clears a block on the shown day of the shown scenario; does nothing where there is no scenario. */
export function clearOnShownDay(stores: Stores, blockId: string): void {
  const { chain } = stores.document.getState()
  const { scenarioId } = stores.session.getState()
  const scenario = shownScenario(chain, scenarioId)
  if (!scenario || !blockById(chain, blockId)) return
  const day = Math.min(dayToClear(stores), scenario.days - 1)
  clearBlock(stores, blockId, dateOfDay(scenario, day))
  playWave(stores, day)
}

/** Clears several blocks on that day, as one step that can be undone. */
export function clearTogether(stores: Stores, blockIds: readonly string[]): void {
  const scenario = shownScenario(stores.document.getState().chain, stores.session.getState().scenarioId)
  if (!scenario) return
  const day = Math.min(dayToClear(stores), scenario.days - 1)
  const on = dateOfDay(scenario, day)
  clearBlocks(
    stores,
    blockIds.map((block) => ({ block, on })),
  )
  playWave(stores, day)
}

/** The shown day; while a release is played by itself, the day it started from, so that several blocks can be cleared at once. */
export function dayToClear({ session }: Stores): number {
  const { day, isPlaying, waveFrom } = session.getState()
  return isPlaying && waveFrom !== null ? waveFrom : day
}

/** Lets the wave of a release run from `day` to the end and come back; with reduced motion the days stay where they are. */
export function playWave({ session }: Stores, day: number): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  session.setState({ day, waveFrom: day, isPlaying: true })
}

/** Selects the next enterprise with a block of its own in force, in the order of the timeline, from the selected one on. */
export function goToNextBlock(stores: Stores): void {
  const shown = shownDayOf(stores)
  if (!shown) return
  const { index, timeline } = shown.outcome.played
  const open = timeline.blocks.filter((block) => block.kind !== 'link' && severityOn(block, shown.day) > 0)
  const ids = [...new Set(open.map(({ row }) => index.enterpriseIds[row]!))]
  const next = ids[(ids.indexOf(stores.session.getState().selection?.id ?? '') + 1) % Math.max(1, ids.length)]
  if (next !== undefined) stores.session.setState({ selection: { kind: 'enterprise', id: next } })
}

export function useBlockActions() {
  const { stores } = useApp()
  return useMemo(
    () => ({
      clearNow: (blockId: string) => clearOnShownDay(stores, blockId),
      clearBoth: (blockIds: readonly string[]) => clearTogether(stores, blockIds),
      takeBack: (blockId: string) => unclearBlock(stores, blockId),
      select: (blockId: string) => stores.session.setState({ selection: { kind: 'block', id: blockId } }),
      say: (message: string) => notifications.show({ message }),
    }),
    [stores],
  )
}
