import type { FoldRule } from '../analysis/folding/fold-rule.ts'
import type { Stores } from '../state/stores.ts'

/** Takes a fold apart; the others stay. */
export function openFold({ session }: Stores, key: string): void {
  session.setState(({ folds }) => ({ folds: { ...folds, open: [...folds.open, key] }, selection: null }))
}

/** Folds by another rule; what was opened under the old one is closed. */
export function foldBy({ session }: Stores, rule: FoldRule, leading: readonly string[] = []): void {
  session.setState(({ selection }) => ({
    folds: { rule, open: [], leading },
    selection: selection?.kind === 'fold' ? null : selection,
    camera: null,
  }))
}
