import { Button, Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import { useWords } from '../../app-context.ts'
import type { Thing } from './ThingActions.tsx'
import { ThingMenu } from './ThingMenu.tsx'

/** What is done more rarely with a thing, behind one button of its card. */
export function MoreActions({ thing }: { readonly thing: Thing }) {
  const { t } = useWords()
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" aria-label={t('app.more')}>
          <Ellipsis size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ThingMenu thing={thing} />
      </Menu.Dropdown>
    </Menu>
  )
}
