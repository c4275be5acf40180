import { redo, undo } from '../document.ts'
import type { Stores } from '../stores.ts'

/** Undoes or redoes until `count` steps are done. */
export function goToStep({ document }: Stores, count: number): void {
  while (document.getState().past.length > count) undo(document)
  while (document.getState().past.length < count && document.getState().future.length > 0) redo(document)
}
