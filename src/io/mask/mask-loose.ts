/** Scenes and notes of a masked copy: of those that have our shape, with codes for every id and text; others are left out. */
import type { Chain } from '../../model/chain.ts'
import { notesOf, type NotePlace } from '../../model/notes.ts'
import { scenesOf, type Scene } from '../../model/scenes.ts'
import { codeOfId, type Masking } from './masking.ts'
import { codesInOrder } from './mask-codes.ts'
import { picked, recoded, withoutTexts, type IdMap } from './recode-scenes.ts'

export function maskScenes(chain: Chain, given: readonly unknown[], masking: Masking): readonly unknown[] {
  const scenes = scenesOf(chain)
  masking.left += given.length - scenes.length
  const own = codesInOrder('F', scenes.map(({ id }) => id)) // prettier-ignore
  for (const [original, code] of own) masking.entries.push({ kind: 'scenes.id', code, original })
  const map: IdMap = (table, id) => codeOfId(masking, table, id)
  return scenes.map((scene): Scene => {
    const { id, name, words, notes, filter, claims } = scene
    const open = filter && withoutTexts(filter)
    if (open !== filter) masking.entries.push({ kind: 'scenes.filter', code: own.get(id)!, original: filter })
    if (claims) masking.entries.push({ kind: 'scenes.claims', code: own.get(id)!, original: claims })
    const texts = {
      name: masking.texts.codeOf(name),
      words: masking.texts.codeOf(words),
      ...(notes !== undefined && { notes: masking.texts.codeOf(notes) }),
    }
    const shown = open ? { ...scene, filter: open } : scene
    return { ...recoded(shown, map), id: own.get(id)!, ...texts, ...(claims && { claims: [] }) }
  })
}

export function maskNotes(chain: Chain, given: readonly unknown[], masking: Masking): readonly unknown[] {
  const notes = notesOf(chain)
  masking.left += given.length - notes.length
  const own = codesInOrder('N', notes.map(({ id }) => id)) // prettier-ignore
  for (const [original, code] of own) masking.entries.push({ kind: 'notes.id', code, original })
  return notes.map((note) => ({
    ...picked(note, ['id', 'at', 'text', 'created']),
    id: own.get(note.id)!,
    at: placeOf(note.at, (table, each) => codeOfId(masking, table, each)),
    text: masking.texts.codeOf(note.text),
  }))
}

/** Where a note is pinned, by other ids. */
export function placeOf(at: NotePlace, map: IdMap): NotePlace {
  if ('enterprise' in at) return { enterprise: map('enterprises', at.enterprise) }
  if ('supply' in at) return { supply: map('supplies', at.supply) }
  if ('block' in at) return { block: map('blocks', at.block) }
  return { x: at.x, y: at.y }
}
