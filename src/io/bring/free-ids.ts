/** Gives `wish`, then `wish #2`, `wish #3` …, passing over ids that are taken; remembers how far each wish has come. */
export function freeIds(isTaken: (id: string) => boolean): (wish: string) => string {
  const numberOf = new Map<string, number>()
  return (wish) => {
    for (let number = (numberOf.get(wish) ?? 0) + 1; ; number++) {
      const id = number === 1 ? wish : `${wish} #${number}`
      if (isTaken(id)) continue
      numberOf.set(wish, number)
      return id
    }
  }
}
