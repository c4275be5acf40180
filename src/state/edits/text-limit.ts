/** Characters of a text that a file may hold at most; as `LIMITS` of the readers, which come with much that the first screen does not need. */
export const MOST_CHARACTERS = 10_000

/** Characters above the limit are counted as a person counts them, not in units of UTF-16. @returns 0 within the limit */
export const charactersTooMany = (text: string): number =>
  text.length > MOST_CHARACTERS ? Math.max(0, Array.from(text).length - MOST_CHARACTERS) : 0
