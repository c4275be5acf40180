import { MOST_CHARACTERS } from '../../model/limits.ts'

/** Characters above the limit are counted as a person counts them, not in units of UTF-16. @returns 0 within the limit */
export const charactersTooMany = (text: string): number =>
  text.length > MOST_CHARACTERS ? Math.max(0, Array.from(text).length - MOST_CHARACTERS) : 0
