import { useEffect } from 'react'
import { useApp } from '../app-context.ts'
import type { PhoneTab } from '../tour/tour-steps.ts'

/** A sheet lies over the map: on a phone it would open unseen behind the list, as when a file is chosen there. */
export function useSheetInSight(onTab: (tab: PhoneTab) => void): void {
  const { session } = useApp().stores
  useEffect(
    () =>
      session.subscribe(({ table }, before) => {
        if (table !== 'none' && table !== before.table) onTab('map')
      }),
    [session, onTab],
  )
}

/** What is chosen while the list has the whole screen is shown: its details have a page of their own there. */
export function useCardOnPhone(isListAlone: boolean, onTab: (tab: PhoneTab) => void): void {
  const { stores } = useApp()
  useEffect(() => {
    if (!isListAlone) return
    return stores.session.subscribe(({ selection }, before) => {
      if (selection && selection !== before.selection) onTab('card')
    })
  }, [isListAlone, onTab, stores])
}
