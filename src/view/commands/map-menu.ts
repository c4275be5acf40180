import type { Command } from './command.ts'
import { EDIT_COMMANDS } from './edit-commands.ts'
import { FOLD_COMMANDS } from './fold-commands.ts'
import { FOLLOW_COMMANDS } from './follow-commands.ts'
import { MAP_COMMANDS } from './map-commands.ts'

const IN_MENU = [
  'pickAll', 'lasso', 'filter', 'addEnterprise', 'fit', 'rearrange', 'folds', 'unfold', 'regions',
] as const // prettier-ignore

const ALL: readonly Command[] = [...FOLLOW_COMMANDS, ...MAP_COMMANDS, ...FOLD_COMMANDS, ...EDIT_COMMANDS]

/** What of the list of actions stands in the menu of the empty map, in this order. */
export const MAP_MENU: readonly Command[] = IN_MENU.map((id) => {
  const command = ALL.find((each) => each.id === id)
  if (!command) throw new Error(`expected a command "${id}" for the menu of the map, got none`)
  return command
})
