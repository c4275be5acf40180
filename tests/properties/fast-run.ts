/** The engine's run of a chain, read by the ids of the document. */
import type { Chain, Scenario } from '../../src/model/chain.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { IndexedChain } from '../../src/engine/indexed-chain.ts'
import { WHY, type RunResult } from '../../src/engine/run-result.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import { simulate } from '../../src/engine/daily-model.ts'

export interface FastRun {
  readonly index: IndexedChain
  readonly run: RunResult
  readonly level: (day: number, enterprise: string) => number
  /** `running`, `demand`, `capacity` or `input:<product>`. */
  readonly why: (day: number, enterprise: string) => string
  readonly stockLast: (enterprise: string, product: string) => number
}

/** The scenario of that id; throws when there is none. */
export function scenarioOf(chain: Chain, id = 'main'): Scenario {
  const scenario = chain.scenarios?.find((candidate) => candidate.id === id)
  if (!scenario) throw new Error(`expected a scenario ${id}, got ${chain.scenarios?.length ?? 0} others`)
  return scenario
}

/** Throws when the chain has a problem: generators and fixtures promise none. */
export function validIndex(chain: Chain): IndexedChain {
  const { index, problems } = indexChain(chain)
  if (problems.length > 0) throw new Error(`expected no problem, got ${JSON.stringify(problems)}`)
  return index
}

export function fastRun(chain: Chain, scenario: Scenario = scenarioOf(chain)): FastRun {
  const index = validIndex(chain)
  const run = simulate(index, timelineOf(chain, index, scenario), { record: 'full' })
  const rowOf = new Map(index.enterpriseIds.map((id, row) => [id, row]))
  const at = (day: number, enterprise: string): number => day * run.enterpriseCount + rowOf.get(enterprise)!
  return {
    index,
    run,
    level: (day, enterprise) => run.level[at(day, enterprise)]!,
    why: (day, enterprise) => whyText(index, run.why[at(day, enterprise)]!),
    stockLast: (enterprise, product) => run.stockLast[groupOf(index, rowOf.get(enterprise)!, product)]!,
  }
}

function whyText(index: IndexedChain, why: number): string {
  if (why === WHY.running) return 'running'
  if (why === WHY.demand) return 'demand'
  if (why === WHY.capacity) return 'capacity'
  return `input:${index.groupProducts[why - WHY.inputBase]}`
}

function groupOf(index: IndexedChain, row: number, product: string): number {
  for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) {
    if (index.groupProducts[group] === product) return group
  }
  throw new Error(`expected an input ${product} of row ${row}, got none`)
}
