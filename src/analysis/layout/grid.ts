/** Size of a card, in map units (pixels at zoom 1). */
export const CARD = { width: 128, height: 22 } as const

/** Distances of the map, in map units. */
export const GRID = {
  /** Between the left edges of two lanes of a column. */
  column: 144,
  /** Between the centres of two cards of a lane. */
  row: 25,
  /** Heading of a stage inside a column, and the room below a stage. */
  stage: 15,
  stageGap: 5,
  bandPadding: 12,
  bandGap: 52,
  /** Heading of a column. */
  heading: 38,
  margin: 12,
  /** Room under the columns for links that run backwards. */
  channel: 28,
} as const

/** Columns from which on a map may be so long that the whole of it is one thin line. */
export const LONG_FROM = 12
