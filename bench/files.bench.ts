import { readChain } from '../src/io/read-chain.ts'
import { workbook as words } from '../src/i18n/en/workbook.ts'
import { makeHandout } from '../src/handout/handouts.ts'
import { readWhole } from '../src/io/bring/read-whole.ts'
import { FORMATS } from '../src/io/formats/formats.ts'
import { randomChain } from './random-chain.ts'
import { count, median, type BenchRow } from './rows.ts'

/** Files of a large chain: read, and the map as a picture. */
export async function bench(): Promise<readonly BenchRow[]> {
  return [await chainFile(), await workbook(), await picture()]
}

async function timesOf(
  work: () => Promise<unknown>,
): Promise<Pick<BenchRow, 'milliseconds' | 'processorMilliseconds'>> {
  const times: number[] = []
  const busy: number[] = []
  for (let run = 0; run < 3; run++) {
    const used = process.cpuUsage().user
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
    busy.push((process.cpuUsage().user - used) / 1_000)
  }
  return { milliseconds: median(times), processorMilliseconds: median(busy) }
}

async function chainFile(): Promise<BenchRow> {
  const size = { enterprises: 100_000, supplies: 250_000, seed: 5 }
  const bytes = new TextEncoder().encode(JSON.stringify(randomChain(size)))
  const times = await timesOf(async () => {
    if (!readChain(bytes, 'bench.chain.json').chain) throw new Error('expected the chain to be read')
  })
  const megabytes = bytes.length / 1e6
  return {
    what: 'read a chain file',
    size: `${count(size.enterprises)} / ${count(size.supplies)}`,
    ...times,
    target: 10_000,
    megabytes,
  }
}

/** Sheets of a workbook with 50,000 rows in all. */
async function workbook(): Promise<BenchRow> {
  const chain = randomChain({ enterprises: 10_000, supplies: 23_000, seed: 5, blocks: 30 })
  const rows = chain.enterprises.length + chain.supplies.length + chain.inputs!.length + chain.blocks!.length
  const bytes = await FORMATS.workbook(chain, { language: 'en', words, scenarioId: null })
  const times = await timesOf(async () => {
    const { chain: read } = await readWhole(bytes, 'bench.xlsx')
    if (read?.supplies.length !== chain.supplies.length) throw new Error('expected every supply to be read')
  })
  return {
    what: 'read an XLSX workbook',
    size: `${count(rows)} rows`,
    ...times,
    target: 3_000,
    megabytes: bytes.length / 1e6,
  }
}

/** The map as an SVG. */
async function picture(): Promise<BenchRow> {
  const chain = randomChain({ enterprises: 2_000, supplies: 6_000, seed: 5, blocks: 30 })
  const options = { chain, scenarioId: chain.scenarios![0]!.id, day: 10, language: 'en' } as const
  let bytes = 0
  const times = await timesOf(async () => {
    bytes = (await makeHandout('picture', options, () => {})).length
  })
  return { what: 'map as SVG', size: '2,000 / 6,000', ...times, target: 3_000, megabytes: bytes / 1e6 }
}
