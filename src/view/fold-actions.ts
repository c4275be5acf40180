import { losesByHand, OWN_FOLD, ownKey, underRule, type FoldRule, type Folds } from '../analysis/folding/folds.ts'
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

/** Folds by another rule. What was done by hand stays where it still applies; where something is lost, there is a way back. */
export function foldBy(stores: Stores, rule: FoldRule, leading: readonly string[] = []): void {
  changeFolds(stores, (folds) => underRule(folds, rule, leading))
}

/** Closes the folds that were opened one by one. */
export const closeFolds = (stores: Stores): void => changeFolds(stores, (folds) => ({ ...folds, open: [] }))

function changeFolds(stores: Stores, change: (folds: Folds) => Folds): void {
  const { folds, selection, camera } = stores.session.getState()
  const next = change(folds)
  stores.session.setState({
    folds: next,
    selection: selection?.kind === 'fold' ? null : selection,
    camera: null,
  })
  if (losesByHand(folds, next))
    void import('./panels/folding/FoldsChanged.tsx').then(({ sayFoldsChanged }) =>
      sayFoldsChanged({ folds, selection, camera }),
    )
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
