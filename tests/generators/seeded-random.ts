/** A small seeded generator (mulberry32): the same seed gives the same draws everywhere. */
export class SeededRandom {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** 0 <= x < 1 */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = this.state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** low <= x < high, any real number. */
  between(low: number, high: number): number {
    return low + (high - low) * this.unit()
  }

  /** low <= n <= high, whole. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.unit() < probability
  }

  oneOf<T>(choices: readonly T[]): T {
    const choice = choices[Math.floor(this.unit() * choices.length)]
    if (choice === undefined) throw new Error('expected at least one choice, got none')
    return choice
  }

  /** The same rows in another order. */
  shuffled<T>(rows: readonly T[]): T[] {
    const left = [...rows]
    const out: T[] = []
    while (left.length > 0) out.push(...left.splice(Math.floor(this.unit() * left.length), 1))
    return out
  }
}
