import type { commands } from '../../i18n/en/commands.ts'
import type { AppContextValue } from '../app-context.ts'

/** One thing that can be done on the page, as the palette, the main menu and the help list it. */
export interface Command {
  readonly id: string
  /** Key of its name in the area `commands`. */
  readonly name: Exclude<keyof typeof commands, 'title' | 'palette' | 'none' | 'also' | 'openShipped' | 'showScenario'>
  /** As written on the keys, where it has a shortcut. */
  readonly keys?: string
  readonly run: (app: AppContextValue) => void
  /** Absent = always. */
  readonly isPossible?: (app: AppContextValue) => boolean
}
