export interface SeededRandom {
  /** 0 <= x < 1 */
  unit(): number
  /** low <= x < high, any real number. */
  between(low: number, high: number): number
  /** low <= n <= high, whole. */
  whole(low: number, high: number): number
  chance(probability: number): boolean
  oneOf<T>(choices: readonly T[]): T
  /** The same rows in another order. */
  shuffled<T>(rows: readonly T[]): T[]
}

/** The generator mulberry32: the same seed gives the same draws on every machine. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    unit,
    between: (low, high) => low + (high - low) * unit(),
    whole: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
    oneOf(choices) {
      const choice = choices[Math.floor(unit() * choices.length)]
      if (choice === undefined) throw new Error('expected at least one choice, got none')
      return choice
    },
    shuffled(rows) {
      const left = [...rows]
      return rows.map(() => left.splice(Math.floor(unit() * left.length), 1)[0]!)
    },
  }
}
