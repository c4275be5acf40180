import type { AppContextValue } from '../app-context.ts'
import type { MapThing, ThingKind } from '../map-thing.ts'
import type { Command } from './command.ts'

/** Parts of a menu, in order, with a line between them. */
export const ACTION_PARTS = ['blocks', 'follow', 'look', 'edit'] as const

/** One thing that can be done with a thing of the map: in its menu, and in the list of actions while it is selected. */
export interface ThingAction extends Pick<Command, 'id' | 'name' | 'keys'> {
  readonly on: readonly ThingKind[]
  readonly part: (typeof ACTION_PARTS)[number]
  /** Absent = always. */
  readonly isPossible?: (app: AppContextValue, thing: MapThing) => boolean
  readonly run: (app: AppContextValue, thing: MapThing) => void
}
