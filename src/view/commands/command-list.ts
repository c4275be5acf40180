import type { Command } from './command.ts'
import { EDIT_COMMANDS } from './edit-commands.ts'
import { FOLLOW_COMMANDS } from './follow-commands.ts'
import { THING_COMMANDS } from './thing-commands.ts'
import { FOLD_COMMANDS } from './fold-commands.ts'
import { HANDOUT_COMMANDS } from './handout-commands.ts'
import { MAP_COMMANDS } from './map-commands.ts'
import { PAGE_COMMANDS } from './page-commands.ts'
import { STORAGE_COMMANDS } from './storage-commands.ts'
import { STORY_COMMANDS } from './story-commands.ts'

/** Every action of the page. Loaded late, with the words of the area `commands`. */
export const COMMANDS: readonly Command[] = [
  ...THING_COMMANDS,
  ...FOLLOW_COMMANDS,
  ...PAGE_COMMANDS,
  ...MAP_COMMANDS,
  ...STORY_COMMANDS,
  ...FOLD_COMMANDS,
  ...EDIT_COMMANDS,
  ...HANDOUT_COMMANDS,
  ...STORAGE_COMMANDS,
]
