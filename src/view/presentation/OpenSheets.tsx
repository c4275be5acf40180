import { Button, Menu } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import type { SheetId } from '../../state/sheets.ts'
import { useApp, useWords } from '../app-context.ts'

/** The sheets that people open most, at the foot of the map, and the others in a menu beside them; hidden while one is open, not taken away, so that the button has the focus again. */
export function OpenSheets({ isHidden }: { readonly isHidden: boolean }) {
  const { t } = useWords()
  const { stores } = useApp()
  const open = (table: SheetId) => () => stores.session.setState({ table })
  return (
    <div className="open-sheets" hidden={isHidden}>
      <Button size="compact-sm" onClick={open('analysis')}>
        {t('app.analysis')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={open('work')}>
        {t('app.work')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={open('enterprises')}>
        {t('panels.table.open')}
        <kbd aria-hidden="true">T</kbd>
      </Button>
      <Menu position="top-end">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('app.moreSheets')}
            rightSection={<ChevronDown size={14} aria-hidden />}
          >
            {t('app.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={open('lists')}>{t('app.lists')}</Menu.Item>
          <Menu.Item onClick={open('observed')}>{t('app.observed')}</Menu.Item>
          <Menu.Item onClick={open('compare')}>{t('app.compare')}</Menu.Item>
          <Menu.Item onClick={open('scenes')}>{t('app.scenes')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
