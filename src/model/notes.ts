import type { Chain, IsoDate } from './chain.ts'
import type { LocalText } from './local-text.ts'

export type NotePlace =
  | { readonly enterprise: string }
  | { readonly supply: string }
  | { readonly block: string }
  /** In map units. */
  | { readonly x: number; readonly y: number }

/** A remark pinned to a thing or to a place on the map. */
export interface Note {
  readonly id: string
  readonly at: NotePlace
  readonly text: LocalText
  readonly created?: IsoDate
}

const isText = (value: unknown): value is LocalText =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string'))

function isPlace(value: unknown): value is NotePlace {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, ...names } = value as Readonly<Record<string, unknown>>
  if (Number.isFinite(x) && Number.isFinite(y)) return true
  return ['enterprise', 'supply', 'block'].some((name) => typeof names[name] === 'string')
}

/** The notes of a chain that have our shape; a file may hold others, which are kept and written back. */
export const notesOf = (chain: Chain): readonly Note[] =>
  (chain.notes ?? []).filter((note): note is Note => {
    const { id, at, text } = (note ?? {}) as Readonly<Record<string, unknown>>
    return typeof id === 'string' && isPlace(at) && isText(text)
  })

/** Notes pinned to this very thing; a place of the map has none but by chance. */
export const notesOn = (chain: Chain, at: NotePlace): readonly Note[] =>
  notesOf(chain).filter((note) =>
    Object.entries(at).every(([name, value]) => (note.at as Readonly<Record<string, unknown>>)[name] === value),
  )
