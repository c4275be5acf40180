import { readFileSync } from 'node:fs'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import type { RunResult } from '../../src/engine/run-result.ts'
import { readChain } from '../../src/io/read-chain.ts'
import type { Chain } from '../../src/model/chain.ts'

export const SHIPPED = [
  'vehicles.chain.json',
  'electronics.chain.json',
  'textiles.chain.json',
  'spring-dawn.chain.json',
] as const
export type Shipped = (typeof SHIPPED)[number]

const folder = new URL('../../graph-data/', import.meta.url)
export const bytesOf = (file: string): Uint8Array => readFileSync(new URL(file, folder))
export const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8')

export function chainOf(file: Shipped): Chain {
  const { chain, problems } = readChain(bytesOf(file), file)
  if (!chain) throw new Error(`expected a sound ${file}, got ${JSON.stringify(problems)}`)
  return chain
}

export interface PlayedChain {
  readonly run: RunResult
  /** Level of an enterprise on a day; day -1 is the day before the start. */
  readonly levelOf: (enterprise: string, day: number) => number
  /** Output of an enterprise over the run, in days of full output. */
  readonly outputOf: (enterprise: string) => number
}

/** Plays a scenario with blocks cleared on day 0. */
export function playWith(chain: Chain, scenarioId: string, cleared: readonly string[] = []): PlayedChain {
  const { index } = indexChain(chain)
  const scenario = chain.scenarios!.find(({ id }) => id === scenarioId)!
  const clear = cleared.map((block) => ({ block, on: scenario.start }))
  const run = simulate(index, timelineOf(chain, index, { ...scenario, clear }), { record: 'full' })
  const levelOf = (enterprise: string, day: number): number => {
    const row = index.enterpriseIds.indexOf(enterprise)
    if (row < 0) throw new Error(`expected an enterprise of the chain, got ${enterprise}`)
    return day < 0 ? run.eve.level[row]! : run.level[day * run.enterpriseCount + row]!
  }
  const outputOf = (enterprise: string): number => {
    let sum = 0
    for (let day = 0; day < run.days; day++) sum += levelOf(enterprise, day)
    return sum
  }
  return { run, levelOf, outputOf }
}
