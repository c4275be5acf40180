import { apply, create, type Draft, type Patches } from 'mutative'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Chain } from '../model/chain.ts'

/** Where the open chain came from. */
export type Origin =
  { readonly kind: 'shipped'; readonly id: string } | { readonly kind: 'file'; readonly name: string }

/** One step that can be undone: patches forth and back, and what to call it. */
export interface Edit {
  /** Key of the step's name in the language tables. */
  readonly name: string
  /** Values for the name's text. */
  readonly values: Readonly<Record<string, string>>
  readonly patches: Patches
  readonly inverse: Patches
}

export interface DocumentState {
  readonly chain: Chain
  readonly origin: Origin
  /** Grows by one with every change, also with undo and redo. */
  readonly version: number
  readonly past: readonly Edit[]
  readonly future: readonly Edit[]
  /** Another tab writes this chain; this one follows it, and its own edits are refused. */
  readonly isReadOnly: boolean
}

export type DocumentStore = StoreApi<DocumentState>

export const documentStore = (chain: Chain, origin: Origin): DocumentStore =>
  createStore<DocumentState>(() => ({ chain, origin, version: 0, past: [], future: [], isReadOnly: false }))

/** Puts another chain in place of the open one; its history is empty unless it is given. */
export function openDocument(
  store: DocumentStore,
  opened: Pick<DocumentState, 'chain' | 'origin'> & Partial<Pick<DocumentState, 'past' | 'future' | 'isReadOnly'>>,
): void {
  store.setState((state) => ({ past: [], future: [], isReadOnly: false, ...opened, version: state.version + 1 }))
}

/** Changes the chain by a recipe, as one step of the history. A recipe that changes nothing leaves no step. */
export function editDocument(
  store: DocumentStore,
  step: { readonly name: string; readonly values?: Readonly<Record<string, string>> },
  recipe: (draft: Draft<Chain>) => void,
): void {
  const { chain, past, version, isReadOnly } = store.getState()
  if (isReadOnly) return
  const [next, patches, inverse] = create(chain, recipe, { enablePatches: true })
  if (patches.length === 0) return
  const edit: Edit = { name: step.name, values: step.values ?? {}, patches, inverse }
  store.setState({ chain: next, version: version + 1, past: [...past, edit], future: [] })
}

export function undo(store: DocumentStore): void {
  const { chain, past, future, version, isReadOnly } = store.getState()
  const edit = past.at(-1)
  if (!edit || isReadOnly) return
  store.setState({
    chain: apply(chain, edit.inverse),
    version: version + 1,
    past: past.slice(0, -1),
    future: [edit, ...future],
  })
}

export function redo(store: DocumentStore): void {
  const { chain, past, future, version, isReadOnly } = store.getState()
  const [edit, ...rest] = future
  if (!edit || isReadOnly) return
  store.setState({ chain: apply(chain, edit.patches), version: version + 1, past: [...past, edit], future: rest })
}
