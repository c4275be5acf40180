import { CloseButton } from '@mantine/core'
import { useApp, useWords } from '../../app-context.ts'
import './handout.css'
import { DataFormats } from './DataFormats.tsx'
import { RoomFormats } from './RoomFormats.tsx'
import { VerifyReport } from './VerifyReport.tsx'

/** Everything in which the chain is handed on, section by section. */
export function HandoutSheet() {
  const { t } = useWords()
  const { stores } = useApp()
  return (
    <section className="sheet" aria-label={t('handout.title')}>
      <div className="sheet-head">
        <h2 className="sheet-title">{t('handout.title')}</h2>
        <CloseButton aria-label={t('handout.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      <div className="grid-scroll handout">
        <RoomFormats />
        <VerifyReport />
        <DataFormats />
      </div>
    </section>
  )
}
