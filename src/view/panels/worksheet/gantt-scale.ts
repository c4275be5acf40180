/** Days of the scenario across the width of the time column. */
export interface GanttScale {
  readonly width: number
  readonly days: number
  /** Left edge of a day, in pixels; `days` = right end. */
  readonly x: (day: number) => number
  /** Day whose edge lies nearest to a place. */
  readonly dayAt: (x: number) => number
  /** First days of weeks that have room for their date. */
  readonly ticks: readonly number[]
}

const PAD = 10
/** Pixels that a date takes. */
const DATE_WIDTH = 62

export function ganttScale(width: number, days: number): GanttScale {
  const room = Math.max(1, width - 2 * PAD)
  const weeks = Math.max(1, Math.ceil(days / 7 / Math.max(1, Math.floor(room / DATE_WIDTH))))
  return {
    width,
    days,
    x: (day) => PAD + (Math.max(0, Math.min(days, day)) / days) * room,
    dayAt: (x) => Math.max(0, Math.min(days, Math.round(((x - PAD) / room) * days))),
    ticks: Array.from({ length: Math.ceil(days / (7 * weeks)) }, (_, at) => at * 7 * weeks),
  }
}
