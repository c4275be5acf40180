/** `npm run bench [name ...]`: measures and prints one table; ends with 1 when a target is missed. */
import { cpus, loadavg, totalmem } from 'node:os'
import { bench as criticality } from './criticality.bench.ts'
import { bench as browser } from './browser.bench.ts'
import { bench as durability } from './durability.bench.ts'
import { bench as daily } from './daily.bench.ts'
import { bench as files } from './files.bench.ts'
import { bench as map } from './map.bench.ts'
import { bench as layout } from './layout.bench.ts'
import { bench as planners } from './planners.bench.ts'
import type { Bench, BenchRow } from './rows.ts'

const BENCHES: Readonly<Record<string, Bench>> = {
  daily,
  layout,
  planners,
  criticality,
  files,
  browser,
  map,
  durability,
}

const [processor] = cpus()
console.log(
  `${processor?.model ?? 'unknown processor'}, ${cpus().length} threads, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}`,
)
console.log(
  `Load when begun: ${loadavg()[0]!.toFixed(1)}. Times are medians; sizes are enterprises / links. The lesser of clock and processor decides: other work on the machine stretches the clock, threads that compile or clear memory beside the work add to the processor.\n`,
)

const HEADING = ['what', 'size', 'time', 'processor', 'held', 'peak', 'target', 'met'] as const
const WIDTHS = [44, 36, 10, 10, 8, 8, 10, 6] as const
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, column) => (column < 2 || column === 7 ? cell.padEnd(WIDTHS[column]!) : cell.padStart(WIDTHS[column]!)))
    .join('  ')
const memory = (megabytes: number | undefined): string =>
  megabytes === undefined ? '' : `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB`
const time = (milliseconds: number): string =>
  milliseconds >= 1_000
    ? `${(milliseconds / 1_000).toFixed(2)} s`
    : `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`
/** Other work stretches the clock; threads that compile or clear memory beside the work add to the processor. */
const isMet = ({ milliseconds, processorMilliseconds = milliseconds, target }: BenchRow): boolean =>
  Math.min(milliseconds, processorMilliseconds) <= target

const wanted = process.argv.slice(2)
let missed = 0
console.log(line(HEADING))
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const row of await bench()) {
    if (!isMet(row)) missed++
    console.log(
      line([
        row.what,
        row.size,
        row.figure ?? time(row.milliseconds),
        row.processorMilliseconds === undefined ? '' : time(row.processorMilliseconds),
        memory(row.megabytes),
        memory(process.resourceUsage().maxRSS / 1_024),
        row.limit ?? `< ${time(row.target)}`,
        isMet(row) ? 'met' : 'MISSED',
      ]),
    )
  }
}
console.log(
  `\nHighest memory of the whole run: ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB. ${missed === 0 ? 'Every target is met.' : `Targets missed: ${missed}.`}`,
)
process.exitCode = missed === 0 ? 0 : 1
