import { notesOf } from '../../../model/notes.ts'
import { textIn } from '../../../model/local-text.ts'
import { rowsOf } from '../../../state/edits/table-change.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { useEditing } from './use-editing.ts'

export interface Thing {
  readonly kind: 'enterprise' | 'supply'
  readonly id: string
}

const TABLE_OF = { enterprise: 'enterprises', supply: 'supplies' } as const

/** What can be edited about an enterprise or a link, as rows of a name and what it does. */
export function useThingActions({ kind, id }: Thing) {
  const { t } = useWords()
  const { session, document } = useApp().stores
  const { remove } = useEditing()
  const table = TABLE_OF[kind]
  const position = () => rowsOf(document.getState().chain, table).findIndex((row) => row.id === id)
  const open = session.setState
  const supplies = 'supplies' as const
  return [
    { name: t('edit.action.edit'), run: () => open({ edit: { table, position: position() } }) },
    { name: t('edit.action.remove'), run: () => void remove(table, [position()]) },
    ...(kind === 'enterprise'
      ? [
          { name: t('edit.action.addSupplier'), run: () => open({ edit: { table: supplies, values: { to: id } } }) },
          { name: t('edit.action.addCustomer'), run: () => open({ edit: { table: supplies, values: { from: id } } }) },
          { name: t('edit.action.link'), run: () => open({ linking: id, selection: null }) },
        ]
      : []),
    {
      name: t('edit.action.addNote'),
      run: () => open({ note: { at: kind === 'enterprise' ? { enterprise: id } : { supply: id } } }),
    },
  ]
}

/** Notes of a thing, in its card. */
export function ThingNotes({ thing }: { readonly thing: Thing }) {
  const { t, language } = useWords()
  const { session } = useApp().stores
  const chain = useDocument((state) => state.chain)
  const notes = notesOf(chain).filter(({ at }) => (at as Readonly<Record<string, unknown>>)[thing.kind] === thing.id)
  if (notes.length === 0) return null
  return (
    <>
      <h3>{t('edit.action.notes')}</h3>
      <ul className="thing-notes">
        {notes.map((note) => (
          <li key={note.id}>
            <button type="button" className="link-button" onClick={() => session.setState({ note: { id: note.id } })}>
              {textIn(note.text, language)}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
