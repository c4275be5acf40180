import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useApp, useWords } from '../app-context.ts'
import { Dialog } from '../Dialog.tsx'
import { Equations } from './help/Equations.tsx'
import { FigureHelp } from './help/FigureHelp.tsx'
import { KeyHelp } from './help/KeyHelp.tsx'
import './help/help.css'

const PARTS = ['figures', 'keys', 'equations'] as const
type Part = (typeof PARTS)[number]

/** What each figure means with its formula and source, every key, all equations, and the tour. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { stores } = useApp()
  const [part, setPart] = useState<Part>('figures')
  const [section, setSection] = useState<number | null>(null)
  return (
    <Dialog onClose={onClose} size={860} title={t('panels.help.title')}>
      <div className="help-tour">
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => stores.session.setState({ dialog: 'tour', helpFor: null })}
        >
          {t('help.tour')}
        </Button>
      </div>
      <Tabs value={part} onChange={(value) => setPart((value ?? 'figures') as Part)} keepMounted={false}>
        <Tabs.List aria-label={t('help.tabs.label')}>
          {PARTS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`help.tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="figures" pt="sm">
          <FigureHelp
            onEquation={(wanted) => {
              setSection(wanted)
              setPart('equations')
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="keys" pt="sm">
          <KeyHelp />
        </Tabs.Panel>
        <Tabs.Panel value="equations" pt="sm">
          <Equations section={section} />
        </Tabs.Panel>
      </Tabs>
    </Dialog>
  )
}
