/** One line of the bench table. */
export interface BenchRow {
  readonly what: string
  /** For example `1,000 enterprises, 2,500 links, 60 days`. */
  readonly size: string
  /** Median of the measured runs by the clock on the wall. */
  readonly milliseconds: number
  /**
   * Median of the processor time of the same runs, which other work on the machine stretches less: in a browser that of the page and its
   * workers, or of frames the longest task of the page; absent where it was not measured.
   */
  readonly processorMilliseconds?: number
  /** Upper limit in milliseconds. */
  readonly target: number
  /** Memory that the result and its working arrays hold, or size of the file, in MB; absent where it was not measured. */
  readonly megabytes?: number
  /** Shown in place of the time and of its limit where the figure is not a time, e.g. a speed-up. */
  readonly figure?: string
  readonly limit?: string
}

/** A group of measurements; what `bench/<name>.bench.ts` exports as `bench`. */
export type Bench = () => Promise<readonly BenchRow[]> | readonly BenchRow[]

interface Timed<Result> {
  readonly result: Result
  readonly milliseconds: number
  readonly processorMilliseconds: number
  readonly megabytes: number
}

/** Short work is repeated this long before it is measured, so that it is compiled by then. */
const WARM_MILLISECONDS = 400

/** Short work is measured this long, so that a pause of the machine is not its median. */
const MEASURED_MILLISECONDS = 150

/** Runs `work` at least once to warm up and then `runs` times, short work more often; the median counts. */
export function timed<Result>(work: () => Result, runs = 5): Timed<Result> {
  collectGarbage()
  const before = heldBytes()
  const begun = performance.now()
  let result = work()
  const megabytes = Math.max(0, heldBytes() - before) / 1e6
  while (performance.now() - begun < WARM_MILLISECONDS) result = work()
  const times: number[] = []
  const processor: number[] = []
  const first = performance.now()
  while (times.length < runs || performance.now() - first < MEASURED_MILLISECONDS) {
    const start = performance.now()
    const used = process.cpuUsage().user
    result = work()
    processor.push((process.cpuUsage().user - used) / 1_000)
    times.push(performance.now() - start)
  }
  return { result, milliseconds: median(times), processorMilliseconds: median(processor), megabytes }
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
