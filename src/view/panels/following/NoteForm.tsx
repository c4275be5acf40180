import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { isoDate } from '../../../model/dates.ts'
import { textIn, type Language, type LocalText } from '../../../model/local-text.ts'
import { notesOf } from '../../../model/notes.ts'
import { addNote, changeNote } from '../../../state/actions/edit-notes.ts'
import type { NoteTarget } from '../../../state/session.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { Dialog } from '../../Dialog.tsx'
import { useRemoval } from './NotePins.tsx'
import { useTooLong } from '../../too-long.ts'
import { usePlaceName } from './use-place-name.ts'

/** Milliseconds of a day. */
const DAY = 86_400_000

/** The text of a note in the language of the page; what it says in the other one stays. */
export function NoteForm({ target }: { readonly target: NoteTarget }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const old = 'id' in target ? notesOf(chain).find(({ id }) => id === target.id) : undefined
  const [text, setText] = useState(() => textIn(old?.text, language))
  const placeName = usePlaceName()
  const remove = useRemoval()
  const tooLong = useTooLong()
  const close = () => stores.session.setState({ note: null })
  const at = 'at' in target ? target.at : old?.at
  if (!at) return null
  const place = placeName(at)
  const error = tooLong(text)
  const save = () => {
    if (text.trim() === '' || error !== null) return
    if (old) changeNote(stores, { ...old, text: textWith(old.text, text.trim(), language) })
    else addNote(stores, { at, text: text.trim(), created: isoDate(Math.floor(Date.now() / DAY)) })
    close()
  }
  return (
    <Dialog onClose={close} title={t(old ? 'follow.note.title' : 'follow.note.new', { place })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Textarea
          label={t('follow.note.text')}
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          error={error}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          }}
          data-autofocus
        />
        <Group mt="md">
          {old && (
            <Button
              variant="subtle"
              onClick={() => {
                remove(old)
                close()
              }}
            >
              {t('follow.note.remove')}
            </Button>
          )}
          <Group ml="auto">
            <Button variant="default" onClick={close}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" disabled={text.trim() === '' || error !== null}>
              {t('follow.note.save')}
            </Button>
          </Group>
        </Group>
      </form>
    </Dialog>
  )
}

/** A text of one language stays one; of two, only the shown one changes. */
const textWith = (old: LocalText, text: string, language: Language): LocalText =>
  typeof old === 'string' ? text : { ...old, [language]: text }
