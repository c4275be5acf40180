import type { SheetId } from '../../state/sheets.ts'
import { SHEET_VIEWS } from '../panels/sheet-list.ts'
import type { Command } from './command.ts'

/** Sheets that have no actions but to be opened. */
const SHEETS = [
  'filters', 'routes', 'lists', 'worksheet', 'surveys', 'observed', 'share', 'mask',
] as const satisfies readonly SheetId[] // prettier-ignore

/** One action a sheet: opens it. */
export const SHEET_COMMANDS: readonly Command[] = SHEETS.filter((id) => SHEET_VIEWS[id] !== undefined).map((id) => ({
  id,
  name: id,
  run: ({ stores }) => stores.session.setState({ table: id }),
}))
