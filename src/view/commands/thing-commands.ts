import type { AppContextValue } from '../app-context.ts'
import { selectedThing, type MapThing } from '../map-thing.ts'
import type { Command } from './command.ts'
import type { ThingAction } from './thing-action.ts'
import { BLOCK_ACTIONS } from './thing-blocks.ts'
import { EDIT_ACTIONS } from './thing-edit.ts'
import { FOLLOW_ACTIONS } from './thing-follow.ts'
import { LOOK_ACTIONS } from './thing-look.ts'

/** All that can be done with a thing of the map. */
export const THING_ACTIONS: readonly ThingAction[] = [
  ...BLOCK_ACTIONS,
  ...FOLLOW_ACTIONS,
  ...LOOK_ACTIONS,
  ...EDIT_ACTIONS,
]

/** What an action of the list is done with: what is marked, else what is selected, else the map. */
function thingFor({ stores }: AppContextValue, { on }: ThingAction): MapThing | null {
  const { picked } = stores.session.getState()
  if (picked.length > 0 && on.includes('picked')) return { kind: 'picked', ids: picked }
  const selected = selectedThing(stores)
  if (selected && on.includes(selected.kind)) return selected
  return on.includes('map') ? { kind: 'map', at: middleOf(stores.session.getState().camera) } : null
}

const middleOf = (camera: { readonly x: number; readonly y: number } | null) => camera && { x: camera.x, y: camera.y }

/** The same as actions of the list, each possible while there is a thing that it fits. */
export const THING_COMMANDS: readonly Command[] = THING_ACTIONS.map((action) => ({
  id: action.id,
  name: action.name,
  ...(action.keys === undefined ? {} : { keys: action.keys }),
  isPossible: (app) => {
    const thing = thingFor(app, action)
    return thing !== null && (action.isPossible?.(app, thing) ?? true)
  },
  run: (app) => {
    const thing = thingFor(app, action)
    if (thing) action.run(app, thing)
  },
}))
