import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { clearBlock } from '../state/actions/clear-block.ts'
import { unclearBlock } from '../state/actions/unclear-block.ts'
import { blockById, dateOfDay, shownScenario } from '../state/selectors.ts'
import type { Stores } from '../state/stores.ts'
import { useApp } from './app-context.ts'

/** Clears a block on the shown day of the shown scenario; does nothing where there is no scenario. */
export function clearOnShownDay(stores: Stores, blockId: string): void {
  const { chain } = stores.document.getState()
  const { scenarioId, day } = stores.session.getState()
  const scenario = shownScenario(chain, scenarioId)
  if (!scenario || !blockById(chain, blockId)) return
  clearBlock(stores, blockId, dateOfDay(scenario, Math.min(day, scenario.days - 1)))
}

export function useBlockActions() {
  const { stores } = useApp()
  return useMemo(
    () => ({
      clearNow: (blockId: string) => clearOnShownDay(stores, blockId),
      takeBack: (blockId: string) => unclearBlock(stores, blockId),
      select: (blockId: string) => stores.session.setState({ selection: { kind: 'block', id: blockId } }),
      say: (message: string) => notifications.show({ message }),
    }),
    [stores],
  )
}
