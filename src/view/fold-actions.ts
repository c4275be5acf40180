import { OWN_FOLD, ownKey, type FoldRule } from '../analysis/folding/folds.ts'
import type { Stores } from '../state/stores.ts'

/** Takes a fold apart; the others stay. */
export function openFold({ session }: Stores, key: string): void {
  session.setState(({ folds }) => ({
    folds: key.startsWith(OWN_FOLD)
      ? { ...folds, groups: (folds.groups ?? []).filter((group) => ownKey(group) !== key) }
      : { ...folds, open: [...folds.open, key] },
    selection: null,
  }))
}

/** Folds by another rule; what was opened under the old one is closed. */
export function foldBy({ session }: Stores, rule: FoldRule, leading: readonly string[] = []): void {
  session.setState(({ selection }) => ({
    folds: { rule, open: [], leading },
    selection: selection?.kind === 'fold' ? null : selection,
    camera: null,
  }))
}

/** Folds some enterprises into one card of their own, on top of what is folded already. */
export function foldGroup({ session }: Stores, ids: readonly string[]): void {
  session.setState(({ folds }) => {
    const others = (folds.groups ?? []).map((group) => group.filter((id) => !ids.includes(id)))
    return {
      folds: { ...folds, groups: [...others.filter((group) => group.length > 1), ids] },
      picked: [],
      selection: null,
    }
  })
}

/** Lets one enterprise stand by itself, whatever is folded around it. */
export const standAlone = ({ session }: Stores, id: string): void =>
  session.setState(({ folds }) => ({ folds: { ...folds, alone: [...(folds.alone ?? []), id] } }))
