/** One line of the bench table. */
export interface BenchRow {
  readonly what: string
  /** For example `1,000 enterprises, 2,500 links, 60 days`. */
  readonly size: string
  /** Median of the measured runs. */
  readonly milliseconds: number
  /** Upper limit in milliseconds. */
  readonly target: number
  /** Memory that the result and its working arrays hold, in MB; absent where it was not measured. */
  readonly megabytes?: number
  /** Shown in place of the time where the figure is not a time, e.g. a speed-up. */
  readonly figure?: string
}

/** A group of measurements; what `bench/<name>.bench.ts` exports as `bench`. */
export type Bench = () => Promise<readonly BenchRow[]> | readonly BenchRow[]

interface Timed<Result> {
  readonly result: Result
  readonly milliseconds: number
  readonly megabytes: number
}

/** Runs `work` once to warm up and then `runs` times; the median counts. */
export function timed<Result>(work: () => Result, runs = 5): Timed<Result> {
  collectGarbage()
  const before = heldBytes()
  let result = work()
  const megabytes = Math.max(0, heldBytes() - before) / 1e6
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    result = work()
    times.push(performance.now() - start)
  }
  return { result, milliseconds: median(times), megabytes }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

const heldBytes = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Available when Node runs with `--expose-gc`, as `npm run bench` does. */
const collectGarbage = (): void => (globalThis as { gc?: () => void }).gc?.()

export const count = (value: number): string => value.toLocaleString('en-US')
