import { Menu } from '@mantine/core'
import { Fragment } from 'react'
import { ACTION_PARTS } from '../../commands/thing-action.ts'
import { THING_ACTIONS } from '../../commands/thing-commands.ts'
import { MAP_MENU } from '../../commands/map-menu.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import type { MapThing } from '../../map-thing.ts'
import { blockById, supplyById } from '../../../state/selectors.ts'
import { blockName, enterpriseName } from '../../names.ts'

export interface ThingMenuProps {
  readonly thing: MapThing
  /** Pixels from the corner of what it stands in. */
  readonly x: number
  readonly y: number
  readonly onClose: () => void
}

/** What can be done with the thing under the pointer, or at hand. */
export function ThingMenu({ thing, x, y, onClose }: ThingMenuProps) {
  const { t } = useWords()
  const app = useApp()
  const title = useTitle(thing)
  const actions = THING_ACTIONS.filter(({ on }) => on.includes(thing.kind))
  const parts = ACTION_PARTS.map((part) => actions.filter((action) => action.part === part)).filter(
    (part) => part.length > 0,
  )
  return (
    <Menu opened onClose={onClose} position="bottom-start" withinPortal trapFocus returnFocus>
      <Menu.Target>
        <span style={{ position: 'absolute', left: x, top: y, zIndex: 40 }} />
      </Menu.Target>
      <Menu.Dropdown className="thing-menu">
        {title !== '' && <Menu.Label>{title}</Menu.Label>}
        {parts.map((part, at) => (
          <Fragment key={part[0]!.part}>
            {at > 0 && <Menu.Divider />}
            {part.map(({ id, name, keys, isPossible, run }) => (
              <Menu.Item
                key={id}
                disabled={isPossible ? !isPossible(app, thing) : false}
                rightSection={keys === undefined ? null : <kbd>{keys}</kbd>}
                onClick={() => run(app, thing)}
              >
                {t(`commands.${name}`)}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
        {thing.kind === 'map' && <MapItems />}
      </Menu.Dropdown>
    </Menu>
  )
}

/** What concerns the map as a whole. */
function MapItems() {
  const { t } = useWords()
  const app = useApp()
  return (
    <>
      <Menu.Divider />
      {MAP_MENU.map(({ id, name, keys, isPossible, run }) => (
        <Menu.Item
          key={id}
          disabled={isPossible ? !isPossible(app) : false}
          rightSection={keys === undefined ? null : <kbd>{keys}</kbd>}
          onClick={() => run(app)}
        >
          {t(`commands.${name}`)}
        </Menu.Item>
      ))}
    </>
  )
}

function useTitle(thing: MapThing): string {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  switch (thing.kind) {
    case 'enterprise':
      return enterpriseName(chain, thing.id, language)
    case 'supply': {
      const supply = supplyById(chain, thing.id)
      return supply
        ? `${enterpriseName(chain, supply.from, language)} → ${enterpriseName(chain, supply.to, language)}`
        : ''
    }
    case 'block': {
      const block = blockById(chain, thing.id)
      return block ? `${blockName(chain, block, language)} · ${t(`words.cause.${block.cause}`)}` : ''
    }
    case 'fold':
      return thing.members.length > 0 ? t('follow.enterprises', { count: thing.members.length }) : ''
    case 'picked':
      return t('follow.picked.count', { count: thing.ids.length })
    case 'map':
      return ''
  }
}
