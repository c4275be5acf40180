import { Button } from '@mantine/core'
import { longDate } from '../../../i18n/format.ts'
import { textIn } from '../../../model/local-text.ts'
import { notesOn, type NotePlace } from '../../../model/notes.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { useRemoval } from './NotePins.tsx'

export interface ThingNotesProps {
  readonly at: NotePlace
}

/** Notes pinned to a thing, on its card: read, edited and deleted there. */
export function ThingNotes({ at }: ThingNotesProps) {
  const { t, language } = useWords()
  const { session } = useApp().stores
  const chain = useDocument((state) => state.chain)
  const remove = useRemoval()
  const notes = notesOn(chain, at)
  if (notes.length === 0) return null
  return (
    <section className="thing-notes" aria-label={t('follow.note.here')}>
      <h3>{t('follow.note.here')}</h3>
      <ul>
        {notes.map((note) => {
          const text = textIn(note.text, language)
          return (
            <li key={note.id}>
              <p>
                {text} {note.created && <small>{longDate(note.created, language)}</small>}
              </p>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('follow.note.editThis', { text })}
                onClick={() => session.setState({ note: { id: note.id } })}
              >
                {t('follow.note.edit')}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('follow.note.removeThis', { text })}
                onClick={() => remove(note)}
              >
                {t('follow.note.remove')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
