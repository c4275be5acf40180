import { notifications } from '@mantine/notifications'
import type { SessionState } from '../../../state/session.ts'
import { useApp, useWords } from '../../app-context.ts'

const ID = 'folds-changed'

type Before = Pick<SessionState, 'folds' | 'selection' | 'camera'>

/** Says that folds made or opened by hand went with the change, with the way back; a further change takes the notice's place. */
export function sayFoldsChanged(before: Before): void {
  notifications.hide(ID)
  notifications.show({ id: ID, autoClose: 10_000, message: <FoldsChanged before={before} /> })
}

function FoldsChanged({ before }: { readonly before: Before }) {
  const { t } = useWords()
  const { session } = useApp().stores
  const takeBack = () => {
    session.setState(before)
    notifications.hide(ID)
  }
  return (
    <span>
      {t('map.fold.changed')} ·{' '}
      <button type="button" onClick={takeBack}>
        {t('app.undo')}
      </button>
    </span>
  )
}
