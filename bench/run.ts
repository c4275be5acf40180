/** `npm run bench [name ...]`: measures and prints one table; ends with 1 when a target is missed. */
import { cpus, totalmem } from 'node:os'
import { bench as criticality } from './criticality.bench.ts'
import { bench as browser } from './browser.bench.ts'
import { bench as durability } from './durability.bench.ts'
import { bench as daily } from './daily.bench.ts'
import { bench as layout } from './layout.bench.ts'
import { bench as planners } from './planners.bench.ts'
import type { Bench, BenchRow } from './rows.ts'

const BENCHES: Readonly<Record<string, Bench>> = { daily, layout, planners, criticality, browser, durability }

const [processor] = cpus()
console.log(
  `${processor?.model ?? 'unknown processor'}, ${cpus().length} threads, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}`,
)
console.log('Times are medians; sizes are enterprises / links.\n')

const HEADING = ['what', 'size', 'time', 'memory', 'target', 'ok'] as const
const WIDTHS = [44, 36, 12, 10, 12, 4] as const
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, column) => (column < 2 || column === 5 ? cell.padEnd(WIDTHS[column]!) : cell.padStart(WIDTHS[column]!)))
    .join('  ')
const time = (milliseconds: number): string =>
  milliseconds >= 1_000
    ? `${(milliseconds / 1_000).toFixed(2)} s`
    : `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`
const isMet = (row: BenchRow): boolean => row.milliseconds <= row.target

const wanted = process.argv.slice(2)
let missed = 0
console.log(line(HEADING))
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const row of await bench()) {
    if (!isMet(row)) missed++
    const memory = row.megabytes === undefined ? '' : `${row.megabytes.toFixed(row.megabytes < 10 ? 1 : 0)} MB`
    console.log(
      line([
        row.what,
        row.size,
        row.figure ?? time(row.milliseconds),
        memory,
        `< ${time(row.target)}`,
        isMet(row) ? 'yes' : 'NO',
      ]),
    )
  }
}
console.log(
  `\nHighest memory of the whole run: ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB. ${missed === 0 ? 'Every target is met.' : `Targets missed: ${missed}.`}`,
)
process.exitCode = missed === 0 ? 0 : 1
