import { Alert, Button, Group } from '@mantine/core'
import { useStore } from 'zustand'
import type { KeeperState } from '../../../state/persistence/keeper-state.ts'
import { useApp, useWords } from '../../app-context.ts'

/** Says over the map that work is not saved, that another tab writes, or that something was damaged, and what can be done. */
export function KeepingNotice() {
  const { keeper } = useApp()
  const state = useStore(keeper.state)
  if (state.save.kind === 'failed') return <NotSaved save={state.save} />
  if (state.role === 'reads') return <OpenElsewhere />
  return state.report ? <Damaged report={state.report} /> : null
}

function NotSaved({ save }: { readonly save: Extract<KeeperState['save'], { kind: 'failed' }> }) {
  const { t } = useWords()
  const { commands } = useApp()
  const { reason, message } = save.failure
  const isFinal = reason === 'erased' || reason === 'newer'
  return (
    <Alert className="keeping-notice" color="red" role="alert" title={t(`storage.reason.${reason}`, { message })}>
      {t('storage.inMemory')} {!isFinal && t('storage.retrying')}
      <Group mt="xs">
        <Button size="compact-sm" onClick={commands.saveFile}>
          {t('storage.saveFile')}
        </Button>
      </Group>
    </Alert>
  )
}

function OpenElsewhere() {
  const { t } = useWords()
  const { keeper } = useApp()
  return (
    <Alert className="keeping-notice can-wait" color="blue" role="status">
      <Group justify="space-between" wrap="nowrap">
        {t('storage.openElsewhere')}
        <Button size="compact-sm" style={{ flexShrink: 0 }} onClick={() => void keeper.takeOver()}>
          {t('storage.takeOver')}
        </Button>
      </Group>
    </Alert>
  )
}

function Damaged({ report }: { readonly report: NonNullable<KeeperState['report']> }) {
  const { t } = useWords()
  const { keeper, stores } = useApp()
  const count = report.lostOperations
  const shown = count > 0 ? t('storage.damagedLost', { count }) : t('storage.damaged')
  return (
    <Alert className="keeping-notice can-wait" color="orange" role="alert">
      {report.intact.length > 0 ? shown : t('storage.unreadable')}
      <Group mt="xs">
        <Button size="compact-sm" onClick={() => stores.session.setState({ table: 'recovery' })}>
          {t('storage.details')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={keeper.putReportAside}>
          {t('storage.putAside')}
        </Button>
      </Group>
    </Alert>
  )
}
