import type { Command } from './command.ts'
import { FOLD_COMMANDS } from './fold-commands.ts'
import { HANDOUT_COMMANDS } from './handout-commands.ts'
import { PAGE_COMMANDS } from './page-commands.ts'
import { STORAGE_COMMANDS } from './storage-commands.ts'

/** Every action of the page. Loaded late, with the words of the area `commands`. */
export const COMMANDS: readonly Command[] = [
  ...PAGE_COMMANDS,
  ...HANDOUT_COMMANDS,
  ...FOLD_COMMANDS,
  ...STORAGE_COMMANDS,
]
