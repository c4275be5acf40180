import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { DayView } from '../day-view.ts'
import type { KnownInside } from '../picture/card-figure.ts'
import { foldFigures, foldObserved } from './fold-day.ts'
import type { FoldGraph } from './fold-graph.ts'

/** What a picture needs to know of folds, by row of the folded map. */
export interface FoldMarks extends KnownInside {
  /** [enterprises] 1 = a fold. */
  readonly isFold: Uint8Array
  /** [enterprises] blocked enterprises inside a fold on the shown day; 0 for an enterprise by itself. */
  readonly blocked: Int32Array
}

/** @param index of the whole chain; @param view a day of it */
export function marksOnFolds(fold: FoldGraph, index: IndexedChain, view: DayView): FoldMarks {
  return {
    isFold: Uint8Array.from(fold.keys, (key) => (key === null ? 0 : 1)),
    blocked: Int32Array.from(fold.keys, (key, row) => (key === null ? 0 : foldFigures(fold, index, view, row).blocked)),
    members: Int32Array.from(fold.members, (inside) => inside.length),
    known: Int32Array.from(fold.keys, (_, row) => foldObserved(fold, index, view.level, row).count),
  }
}
