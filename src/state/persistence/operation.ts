import { apply } from 'mutative'
import type { DocumentState, Edit } from '../document.ts'
import { textHash } from './text-hash.ts'

/** What is kept of one step: an edit with its patches forth and back, or that a step was undone or done again. */
export type Operation =
  { readonly kind: 'edit'; readonly edit: Edit } | { readonly kind: 'undo' } | { readonly kind: 'redo' }

export type KeptState = Pick<DocumentState, 'chain' | 'origin' | 'past' | 'future'>

/** The operation that leads from one state to the next, or null when there is none and the whole must be written. */
export function operationBetween(before: DocumentState, after: DocumentState): Operation | null {
  const grown = after.past.length - before.past.length
  const last = after.past.at(-1)
  if (grown === 1 && last !== undefined && after.past.at(-2) === before.past.at(-1)) {
    if (before.future.length > 0 && before.future[0] === last) {
      return after.future.length === before.future.length - 1 ? { kind: 'redo' } : null
    }
    return after.future.length === 0 ? { kind: 'edit', edit: last } : null
  }
  const isUndo = grown === -1 && after.future.length === before.future.length + 1
  return isUndo && after.future[0] === before.past.at(-1) ? { kind: 'undo' } : null
}

/** @returns null when the operation does not fit the state, as one that was damaged may not */
export function applyOperation(state: KeptState, operation: Operation): KeptState | null {
  const { chain, past, future } = state
  if (operation.kind === 'edit') {
    const { edit } = operation
    return { ...state, chain: apply(chain, edit.patches), past: [...past, edit], future: [] }
  }
  if (operation.kind === 'undo') {
    const edit = past.at(-1)
    return edit
      ? { ...state, chain: apply(chain, edit.inverse), past: past.slice(0, -1), future: [edit, ...future] }
      : null
  }
  const [edit, ...rest] = future
  return edit ? { ...state, chain: apply(chain, edit.patches), past: [...past, edit], future: rest } : null
}

/** The operation in a text that its hash has vouched for, or null. */
export function readOperation(body: string): Operation | null {
  const operation = parsed(body) as Partial<Operation> | null
  if (operation?.kind === 'undo' || operation?.kind === 'redo') return { kind: operation.kind }
  return operation?.kind === 'edit' && isEdit(operation.edit) ? { kind: 'edit', edit: operation.edit } : null
}

export function isEdit(value: unknown): value is Edit {
  const edit = value as Partial<Edit> | null | undefined
  return (
    typeof edit?.name === 'string' &&
    typeof edit.values === 'object' &&
    edit.values !== null &&
    Array.isArray(edit.patches) &&
    Array.isArray(edit.inverse)
  )
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const operationHash = (previous: string, seq: number, body: string): string =>
  textHash(`${previous}\n${seq}\n${body}`)

/** Whether an operation may hold whole tables: that is how files are brought in. */
export const isLarge = (operation: Operation): boolean => operation.kind === 'edit' && operation.edit.name === 'bring'
