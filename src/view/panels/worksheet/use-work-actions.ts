import { notifications } from '@mantine/notifications'
import { createElement, useMemo } from 'react'
import type { BlockState, Scenario } from '../../../model/chain.ts'
import { undo } from '../../../state/document.ts'
import {
  assignBlocks,
  closeBlocks,
  playDueDates,
  setWorkState,
  type Assignment,
} from '../../../state/actions/work-on-blocks.ts'
import type { Clearance } from '../../../state/actions/clearance.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import { useApp, useWords } from '../../app-context.ts'
import type { NamedRow } from './use-work.ts'

/** What the sheet does to rows; what changes several at once says so, with a way back. */
export function useWorkActions(scenario: Scenario) {
  const { t, language } = useWords()
  const { stores } = useApp()
  return useMemo(() => {
    const target = (rows: readonly NamedRow[]) => ({
      ids: rows.map(({ block }) => block.id),
      thing: rows.length === 1 ? rows[0]!.name : t('work.several', { name: rows[0]!.name, count: rows.length - 1 }),
    })
    const say = (message: string): void => sayDone(message, t, () => undo(stores.document))
    return {
      assign: (rows: readonly NamedRow[], given: Assignment) => {
        assignBlocks(stores, target(rows), given, language)
        if (rows.length > 1) say(t('work.done.assigned', { count: rows.length }))
      },
      due: (row: NamedRow, day: number) =>
        assignBlocks(stores, target([row]), { due: dateOfDay(scenario, day) }, language),
      state: (rows: readonly NamedRow[], state: Exclude<BlockState, 'cleared'>) => {
        setWorkState(stores, target(rows), state)
        if (rows.length > 1) say(t('work.done.state', { count: rows.length, state: t(`panels.blockState.${state}`) }))
      },
      close: (rows: readonly NamedRow[], clearance: Clearance) => {
        closeBlocks(stores, target(rows), clearance, language)
        if (rows.length > 1) say(t('work.done.cleared', { count: rows.length }))
      },
      playDue: (rows: readonly NamedRow[]) => {
        playDueDates(stores, new Map(rows.map(({ block }) => [block.id, block.due!])))
        say(t('work.done.played', { count: rows.length }))
      },
      showOnMap: (row: NamedRow) =>
        stores.session.setState({ table: 'none', selection: { kind: 'block', id: row.block.id } }),
    }
  }, [stores, language, scenario, t])
}

export type WorkActions = ReturnType<typeof useWorkActions>

/** A message with a button that takes the step back. */
function sayDone(message: string, t: ReturnType<typeof useWords>['t'], takeBack: () => void): void {
  const hear = () => {
    takeBack()
    notifications.hide(id)
  }
  const button = createElement('button', { key: 'undo', type: 'button', onClick: hear }, t('work.undo'))
  const id = notifications.show({
    closeButtonProps: { 'aria-label': t('app.close') },
    message: createElement('span', null, message, ' · ', button),
  })
}
