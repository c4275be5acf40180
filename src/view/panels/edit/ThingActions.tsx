import { rowsOf } from '../../../state/edits/table-change.ts'
import { useApp, useWords } from '../../app-context.ts'
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
