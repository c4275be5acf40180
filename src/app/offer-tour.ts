import type { Stores } from '../state/stores.ts'

/** Milliseconds that the first figures stand on screen before the tour begins. */
const READY_AFTER = 1_500

/**
 * Begins the tour on a first visit, once the chain is played and if nothing else has been begun. Who comes by a link comes for what it
 * shows.
 */
export function offerTour({ session, computed }: Stores, cameByLink: boolean): () => void {
  if (cameByLink || session.getState().hasSeenTour) return () => {}
  let timer = 0
  const begin = (): void => {
    const { dialog, table, selection, form } = session.getState()
    if (dialog === 'none' && table === 'none' && !selection && !form) session.setState({ dialog: 'tour' })
  }
  const wait = (): void => {
    if (timer === 0 && computed.getState().outcome) timer = window.setTimeout(begin, READY_AFTER)
  }
  wait()
  const stop = computed.subscribe(wait)
  return () => {
    stop()
    clearTimeout(timer)
  }
}
