import { indexChain } from '../src/engine/index-chain.ts'
import { simulate } from '../src/engine/daily-model.ts'
import { timelineOf } from '../src/engine/scenario-timeline.ts'
import { randomChain } from './random-chain.ts'
import { count, timed, type BenchRow } from './rows.ts'

const SIZES = [
  { enterprises: 1_000, supplies: 2_500, target: 8, indexTarget: 100 },
  { enterprises: 10_000, supplies: 50_000, target: 200, indexTarget: 1_000 },
  { enterprises: 100_000, supplies: 500_000, target: 2_500, indexTarget: 10_000 },
] as const

/** The daily model over 60 days with blocks that are cleared on the way, and making the index of a chain document. */
export function bench(): readonly BenchRow[] {
  return SIZES.flatMap(({ enterprises, supplies, target, indexTarget }) => {
    const chain = randomChain({ enterprises, supplies, seed: 7 })
    const indexed = timed(() => indexChain(chain), 3)
    const { index } = indexed.result
    const timeline = timelineOf(chain, index, chain.scenarios![0]!)
    const size = `${count(index.enterpriseCount)} / ${count(index.linkCount)}`
    const run = timed(() => simulate(index, timeline, { record: 'levels' }))
    return [
      {
        what: 'index and baseline',
        size,
        milliseconds: indexed.milliseconds,
        processorMilliseconds: indexed.processorMilliseconds,
        target: indexTarget,
        megabytes: indexed.megabytes,
      },
      {
        what: 'daily model',
        size: `${size} x ${timeline.days} days`,
        milliseconds: run.milliseconds,
        processorMilliseconds: run.processorMilliseconds,
        target,
        megabytes: run.megabytes,
      },
    ]
  })
}
