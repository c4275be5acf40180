/** Random blocks and scenarios of a given chain. */
import { BLOCK_CAUSES, BLOCK_CAUSE_IDS, type BlockTargetKind } from '../../src/model/block-causes.ts'
import type { Block, BlockTarget, Chain, Clearing, Delivery, Scenario, Stimulus } from '../../src/model/chain.ts'
import { dayNumber, isoDate } from '../../src/model/dates.ts'
import type { SeededRandom } from './seeded-random.ts'

export const START = '2020-02-10'

/** The date of a day of the scenario; negative days lie before it. */
export const dateOfDay = (day: number): string => isoDate(dayNumber(START) + day)

export type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export function randomBlocks(random: SeededRandom, chain: Chain): Block[] {
  return Array.from({ length: random.whole(0, 6) }, (_, row) => randomBlock(random, chain, row))
}

function randomBlock(random: SeededRandom, chain: Chain, row: number): Block {
  const cause = random.oneOf(BLOCK_CAUSE_IDS)
  const severity = random.chance(0.25) ? 1 : random.between(0, 1)
  const block: Mutable<Block> = {
    id: `b${row}`,
    at: randomTarget(random, chain, random.oneOf(BLOCK_CAUSES[cause].actsOn)),
    cause,
    severity: random.chance(0.1) ? { low: severity / 2, high: severity } : severity,
  }
  const since = random.whole(-12, 15)
  if (random.chance(0.7)) block.since = random.chance(0.1) ? null : dateOfDay(since)
  if (random.chance(0.6)) block.until = random.chance(0.1) ? null : dateOfDay(since + random.whole(0, 20))
  if (random.chance(0.5)) block.rampDays = random.whole(0, 8)
  return block
}

function randomTarget(random: SeededRandom, chain: Chain, kind: BlockTargetKind): BlockTarget {
  if (kind === 'supply') return { supply: random.oneOf(chain.supplies).id }
  const enterprise = random.oneOf(chain.enterprises).id
  return kind === 'market' ? { market: enterprise } : { enterprise }
}

export function randomScenario(random: SeededRandom, chain: Chain): Scenario {
  const blocks = chain.blocks ?? []
  return {
    id: 'main',
    name: 'main',
    start: START,
    days: random.whole(10, 50),
    settled: random.chance(0.4),
    blocks: random.chance(0.7) ? 'all' : blocks.filter(() => random.chance(0.7)).map((block) => block.id),
    clear: blocks
      .filter(() => random.chance(0.3))
      .map((block): Clearing => ({ block: block.id, on: dateOfDay(random.whole(-5, 25)) })),
    deliveries: random.chance(0.3) ? randomDeliveries(random, chain) : [],
    stimulus: random.chance(0.3) ? randomStimulus(random, chain) : [],
  }
}

function randomDeliveries(random: SeededRandom, chain: Chain): Delivery[] {
  return Array.from({ length: random.whole(1, 3) }, () => {
    const supply = random.oneOf(chain.supplies)
    return {
      enterprise: supply.to,
      product: supply.product,
      amount: random.between(0.1, 10),
      on: dateOfDay(random.whole(0, 20)),
    }
  })
}

function randomStimulus(random: SeededRandom, chain: Chain): Stimulus[] {
  return Array.from({ length: random.whole(1, 2) }, () => {
    const since = random.whole(-5, 20)
    return {
      enterprise: random.oneOf(chain.enterprises).id,
      factor: random.between(0, 2),
      since: dateOfDay(since),
      until: dateOfDay(since + random.whole(1, 15)),
    }
  })
}
