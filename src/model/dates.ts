import type { IsoDate } from './chain.ts'

const MS_PER_DAY = 86_400_000
const MS_PER_MINUTE = 60_000

/** Whole days since 1970-01-01, or NaN when `date` is not a real `YYYY-MM-DD` day. */
export function dayNumber(date: IsoDate): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return Number.NaN
  const milliseconds = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(milliseconds)) return Number.NaN
  const day = Math.round(milliseconds / MS_PER_DAY)
  return isoDate(day) === date ? day : Number.NaN
}

/** Inverse of `dayNumber`. */
export function isoDate(day: number): IsoDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The day on the wall where the program runs. */
export function today(): IsoDate {
  const now = new Date()
  return isoDate(Math.floor((now.getTime() - now.getTimezoneOffset() * MS_PER_MINUTE) / MS_PER_DAY))
}

/** Day index of `date` within a run that starts on `start`; negative before it. */
export const daysBetween = (start: IsoDate, date: IsoDate): number => dayNumber(date) - dayNumber(start)
