import type { LocalText } from '../../model/local-text.ts'
import { notesOf, type Note, type NotePlace } from '../../model/notes.ts'
import { editDocument } from '../document.ts'
import type { Stores } from '../stores.ts'
import { freeId } from './scenario-draft.ts'

/** The part of a note that a step of the history is called by, signs. */
const CALLED_BY = 40

const short = (text: LocalText): string => {
  const first = typeof text === 'string' ? text : (Object.values(text).find((each) => each !== '') ?? '')
  return first.length > CALLED_BY ? `${first.slice(0, CALLED_BY)}…` : first
}

/** Pins a note to a thing or a place. @returns its id */
export function addNote({ document }: Stores, note: Omit<Note, 'id'>): string {
  const { chain } = document.getState()
  const id = freeId('note', new Set(notesOf(chain).map((other) => other.id)))
  editDocument(document, { name: 'addNote', values: { note: short(note.text) } }, (draft) => {
    draft.notes = [...(draft.notes ?? []), { id, ...note }]
  })
  return id
}

/** Puts a note as edited in place of the one with its id. */
export const changeNote = (stores: Stores, note: Note): void => replace(stores, 'changeNote', note)

export const moveNote = (stores: Stores, note: Note, at: NotePlace): void =>
  replace(stores, 'moveNote', { ...note, at })

export function removeNote({ document }: Stores, note: Note): void {
  editDocument(document, { name: 'removeNote', values: { note: short(note.text) } }, (draft) => {
    draft.notes = (draft.notes ?? []).filter((each) => !isNote(each, note.id))
  })
}

function replace({ document }: Stores, name: 'changeNote' | 'moveNote', note: Note): void {
  editDocument(document, { name, values: { note: short(note.text) } }, (draft) => {
    const at = draft.notes?.findIndex((each) => isNote(each, note.id)) ?? -1
    if (at < 0) throw new Error(`expected a note of the chain, got ${note.id}`)
    draft.notes![at] = note
  })
}

const isNote = (each: unknown, id: string): boolean => (each as Partial<Note> | null)?.id === id
