import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { lonelyCloser, type LonelyCloser } from '../src/engine/criticality.ts'
import { emptyFigures } from '../src/engine/criticality-figures.ts'
import {
  CONVERGED,
  criticalityCoefficients,
  DENSE_SHARE_ALONE,
  PUBLISHED,
} from '../src/engine/criticality-coefficients.ts'
import { emptyLanes } from '../src/engine/criticality-lanes.ts'
import { criticalityState } from '../src/engine/criticality-state.ts'
import { indexChain } from '../src/engine/index-chain.ts'
import type { IndexedChain } from '../src/engine/indexed-chain.ts'
import { randomChain } from './random-chain.ts'
import { count, median, timed, type BenchRow } from './rows.ts'
import { supplyNetwork } from './supply-network.ts'

const SIZES = [
  { enterprises: 1_000, links: 2_500, closed: 1_000, target: 150 },
  { enterprises: 10_000, links: 25_000, closed: 1_000, target: 1_500 },
  { enterprises: 10_000, links: 50_000, closed: 500, target: 20_000 },
  { enterprises: 100_000, links: 250_000, closed: 500, target: 90_000 },
] as const
const SEED = 3
/** Multiples of it modulo 1 spread evenly, so that a sample stands for all. */
const GOLDEN = 0.618_033_988_749_894_9

interface Share {
  readonly enterprises: number
  readonly links: number
  readonly closed: number
  /** Every `of`-th closure of the sample from `first`. */
  readonly first: number
  readonly of: number
}

/**
 * The index of all enterprises, from a sample where all would take long, on chains in tiers and on networks with hubs and loops, which
 * spread a closure much further; then one what-if in both settings and the speed-up of two threads on the latter.
 */
export async function bench(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  for (const size of SIZES) {
    const { enterprises, links } = size
    rows.push(ofAll('tiers', indexChain(randomChain({ enterprises, supplies: links, seed: SEED })).index, size))
    const { index } = indexChain(supplyNetwork(enterprises, links, SEED))
    rows.push(ofAll('hubs', index, size))
    if (enterprises !== 10_000 || links !== 25_000) continue
    const text = `${count(enterprises)} / ${count(links)}, hubs`
    rows.push(...whatIfs(index, text), workingMemory(index, text), await speedUp(index, text, size.closed))
  }
  return rows
}

/** Working arrays are made once however many are closed: their time is not multiplied. */
function ofAll(
  kind: string,
  index: IndexedChain,
  { enterprises, links, closed, target }: (typeof SIZES)[number],
): BenchRow {
  const question = { index, settings: PUBLISHED }
  const made = timed(() => lonelyCloser(question, emptyFigures(1)), 3)
  const closer = lonelyCloser(question, emptyFigures(1))
  const sample = timed(() => closeSample(closer, enterprises, { closed, first: 0, of: 1 }), 3)
  const times = enterprises / closed
  return {
    what: closed < enterprises ? `index of all, from ${closed} of them` : 'index of all',
    size: `${count(enterprises)} / ${count(links)}, ${kind}`,
    milliseconds: made.milliseconds + sample.milliseconds * times,
    processorMilliseconds: made.processorMilliseconds + sample.processorMilliseconds * times,
    target,
    megabytes: made.megabytes,
  }
}

function closeSample(
  { closeAlone, finish }: LonelyCloser,
  enterprises: number,
  { closed, first, of }: Pick<Share, 'closed' | 'first' | 'of'>,
): void {
  for (let at = first; at < closed; at += of) {
    const row = closed < enterprises ? Math.floor(((at * GOLDEN) % 1) * enterprises) : at
    closeAlone(row, 0)
  }
  finish()
}

/** One enterprise closed on arrays that are there already, as when a person points at one after the other. */
function whatIfs(index: IndexedChain, size: string): readonly BenchRow[] {
  return (['published', 'converged'] as const).map((name): BenchRow => {
    const settings = name === 'published' ? PUBLISHED : CONVERGED
    const closer = lonelyCloser({ index, settings }, emptyFigures(1), DENSE_SHARE_ALONE)
    const times = Array.from({ length: 200 }, (_, at) => {
      const start = performance.now()
      closer.closeAlone(Math.floor(((at * GOLDEN) % 1) * index.enterpriseCount), 0)
      closer.finish()
      return performance.now() - start
    })
    return { what: `one what-if, ${name}`, size, milliseconds: median(times.slice(50)), target: 5 }
  })
}

const BYTES_PER_LINK = 40
const BYTES_PER_ENTERPRISE = 200

/** Bytes of all arrays beyond the model itself. */
function workingMemory(index: IndexedChain, size: string): BenchRow {
  const coefficients = criticalityCoefficients(index, PUBLISHED)
  const model = buffersOf(index)
  const lanes = emptyLanes(coefficients)
  const state = criticalityState(lanes.coefficients, lanes.rows)
  const own = [...buffersOf({ ...lanes.coefficients, index: null, state, lanes: lanes.rows })]
  const bytes = own.filter((buffer) => !model.has(buffer)).reduce((sum, { byteLength }) => sum + byteLength, 0)
  const most = BYTES_PER_LINK * index.linkCount + BYTES_PER_ENTERPRISE * index.enterpriseCount
  const [figure, limit] = [bytes, most].map((value) => `${(value / 1e6).toFixed(2)} MB`)
  return {
    what: 'arrays of the index beyond the model',
    size,
    milliseconds: bytes,
    target: most,
    figure: figure!,
    limit: `< ${limit}`,
  }
}

function buffersOf(holder: object, found = new Set<ArrayBufferLike>()): Set<ArrayBufferLike> {
  for (const value of Object.values(holder) as unknown[]) {
    if (ArrayBuffer.isView(value)) found.add(value.buffer)
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) buffersOf(value, found)
  }
  return found
}

async function speedUp(index: IndexedChain, size: string, closed: number): Promise<BenchRow> {
  const share = { enterprises: index.enterpriseCount, links: 25_000, closed: 4 * closed }
  // Where other work holds the processors two threads can be no faster than one: the figure then says nothing about the program.
  const alone = await inWorkers([{ ...share, first: 0, of: 1 }])
  const both = await inWorkers([0, 1].map((first) => ({ ...share, first, of: 2 })))
  const figure = `${(alone / both).toFixed(2)} x`
  return { what: 'speed-up with two threads', size, milliseconds: both, target: alone, figure, limit: '> 1 x' }
}

/** Milliseconds until the slowest has done its share, without setting up. */
async function inWorkers(shares: readonly Share[]): Promise<number> {
  const times = await Promise.all(
    shares.map(
      (share) =>
        new Promise<number>((resolve, reject) => {
          const worker = new Worker(new URL(import.meta.url), { workerData: share })
          worker.once('message', resolve).once('error', reject)
        }),
    ),
  )
  return Math.max(...times)
}

/** The bench is one file, so that a worker loads all of it: it does its share here and ends before the table begins. */
if (!isMainThread) {
  const share = workerData as Share
  const { index } = indexChain(supplyNetwork(share.enterprises, share.links, SEED))
  const closer = lonelyCloser({ index, settings: PUBLISHED }, emptyFigures(1))
  closeSample(closer, share.enterprises, { closed: 100, first: 0, of: 1 })
  const start = performance.now()
  closeSample(closer, share.enterprises, share)
  parentPort!.postMessage(performance.now() - start)
  process.exit()
}
