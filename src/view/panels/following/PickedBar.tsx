import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { openBlocks } from '../../commands/thing-blocks.ts'
import { THING_ACTIONS } from '../../commands/thing-commands.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import type { MapThing } from '../../map-thing.ts'
import type { ShownDay } from '../../shown-day.ts'
import { ThingMenu } from './ThingMenu.tsx'
import { EndButton } from './EndButton.tsx'

/** Actions that stand in the bar itself; the menu has all. */
const FIRST = ['traceUpstream', 'traceDownstream', 'clearAll', 'onlyThese', 'hide'] as const

/** Several at once: how many, what is wrong with them, and what can be done with all. */
export function PickedBar({ shown }: { readonly shown: ShownDay }) {
  const { t } = useWords()
  const app = useApp()
  const picked = useSession((state) => state.picked)
  const more = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  if (picked.length === 0) return null
  const thing: MapThing = { kind: 'picked', ids: picked }
  const blocks = openBlocks(app.stores, thing).length
  const actions = FIRST.map((id) => THING_ACTIONS.find((action) => action.id === id)!)
  return (
    <div className="map-bar" role="group" aria-label={t('follow.picked.label')} data-day={shown.day}>
      <strong role="status" title={t('follow.picked.help')}>
        {t('follow.picked.count', { count: picked.length })}
      </strong>
      {blocks > 0 && <span className="warm">{t('follow.picked.blocks', { count: blocks })}</span>}
      {actions.map(({ id, name, isPossible, run }) => (
        <Button
          key={id}
          size="compact-xs"
          variant="default"
          disabled={isPossible ? !isPossible(app, thing) : false}
          onClick={() => run(app, thing)}
        >
          {t(`commands.${name}`)}
        </Button>
      ))}
      <span className="menu-place">
        <Button ref={more} size="compact-xs" variant="default" aria-haspopup="menu" onClick={() => setIsOpen(true)}>
          {t('follow.picked.more')}
        </Button>
        {isOpen && <ThingMenu thing={thing} x={0} y={24} onClose={() => setIsOpen(false)} />}
      </span>
      <EndButton label={`${t('commands.unpick')} · Esc`} onClick={() => app.stores.session.setState({ picked: [] })} />
    </div>
  )
}
