import { createStore } from 'zustand/vanilla'

/** Files that were dropped or chosen and wait to be brought in; whoever takes them leaves none. */
export const inbox = createStore<{ readonly files: readonly File[] }>(() => ({ files: [] }))
