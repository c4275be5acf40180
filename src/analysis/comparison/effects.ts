import { simulate } from '../../engine/daily-model.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { timelineOf } from '../../engine/scenario-timeline.ts'
import type { Chain, Scenario } from '../../model/chain.ts'
import { leadingRows, outputCurve } from '../figures.ts'
import { changesBetween, withChange, type ScenarioChange } from './changes.ts'

export interface ChangeEffect {
  readonly change: ScenarioChange
  /** Days of the leading enterprises' full output that this change alone wins (+) or loses (-) on A. */
  readonly effect: number
}

export interface TwoScenarios {
  readonly chain: Chain
  readonly index: IndexedChain
  readonly a: Scenario
  readonly b: Scenario
}

/**
 * A scenario on the calendar of another: what is compared day by day must begin on the same day. It is that of B everywhere, on the
 * sheet, in a scene and on the command line; A is played on it.
 */
export const onCalendarOf = (b: Scenario, a: Scenario): Scenario => ({ ...a, start: b.start, days: b.days })

/** Output of the leading enterprises over a run, in days of their full output. */
function leadingDays({ chain, index }: TwoScenarios, scenario: Scenario): number {
  const run = simulate(index, timelineOf(chain, index, scenario), { record: 'levels' })
  return outputCurve(index, run, leadingRows(index)).reduce((sum, level) => sum + level, 0)
}

/** What each difference between two scenarios does alone, from one run each. @returns largest effect first, either sign */
export function changeEffects(two: TwoScenarios, progress: (done: number, total: number) => void): ChangeEffect[] {
  const { chain, b } = two
  const a = onCalendarOf(b, two.a)
  const changes = changesBetween(chain, a, b)
  const plain = leadingDays(two, a)
  const effects = changes.map((change, at) => {
    const effect = leadingDays(two, withChange(chain, a, change)) - plain
    progress(at + 1, changes.length)
    return { change, effect }
  })
  return effects.toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect))
}
