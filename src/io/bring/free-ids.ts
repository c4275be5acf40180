import { LIMITS } from '../limits.ts'

/** Room behind a wish for its number. */
const ROOM = 20

/** A text from which an id is made: names may be as long as a text may be, and several of them together would be too long. */
export const wishedId = (text: string): string =>
  text.length <= LIMITS.textCharacters - ROOM
    ? text
    : Array.from(text)
        .slice(0, LIMITS.textCharacters - ROOM)
        .join('')

/** Gives `wish`, then `wish #2`, `wish #3` …, passing over ids that are taken; remembers how far each wish has come. */
export function freeIds(isTaken: (id: string) => boolean): (wish: string) => string {
  const numberOf = new Map<string, number>()
  return (text) => {
    const wish = wishedId(text)
    for (let number = (numberOf.get(wish) ?? 0) + 1; ; number++) {
      const id = number === 1 ? wish : `${wish} #${number}`
      if (isTaken(id)) continue
      numberOf.set(wish, number)
      return id
    }
  }
}
