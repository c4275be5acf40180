/** What may lie over the map, one at a time, so that opening it never moves a card. */
export const TABLES = [
  'enterprises', 'supplies', 'inputs', 'stages', 'blocks', 'scenarios', 'observations', 'notes', 'sources',
] as const // prettier-ignore

export const SHEETS = [
  ...TABLES,
  'analysis', 'work', 'bring', 'history', 'folds', 'regions', 'compare', 'lists', 'mask', 'observed',
  'scenes', 'handout', 'share', 'storage', 'recovery',
] as const // prettier-ignore

/** The questions that the sheet of analysis answers, in the order of its tabs. */
export const PLANNERS = [
  'gains', 'joint', 'smallest', 'order', 'restart', 'next', 'criticality', 'ranges', 'question',
] as const // prettier-ignore

export type PlannerId = (typeof PLANNERS)[number]
export type TableId = (typeof TABLES)[number]
export type SheetId = (typeof SHEETS)[number]
