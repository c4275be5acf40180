import { Button } from '@mantine/core'
import { membersOf, versionOn } from '../../../analysis/lists/list-versions.ts'
import { longDate } from '../../../i18n/format.ts'
import type { IsoDate } from '../../../model/chain.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import './lists.css'

/** Says which version of the lists the map shows, and how to leave it. */
export function ListBanner({ date }: { readonly date: IsoDate }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const version = useDocument((state) => versionOn(state.chain, date)?.list)
  if (!version) return null
  const roles = [...membersOf(version).values()]
  const leading = roles.filter((role) => role === 'leading').length
  const counts = { leading, core: roles.length - leading }
  return (
    <div className="list-banner" role="status">
      <span>{t('lists.map.banner', { date: longDate(date, language), ...counts })}</span>
      <Button size="compact-xs" variant="default" onClick={() => stores.session.setState({ table: 'lists' })}>
        {t('lists.title')}
      </Button>
      <Button size="compact-xs" onClick={() => stores.session.setState({ listDate: null })}>
        {t('lists.map.leave')}
      </Button>
    </div>
  )
}
