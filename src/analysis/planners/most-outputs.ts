import { calmForces, setForces } from '../../engine/forces.ts'
import type { Timeline } from '../../engine/timeline.ts'
import { withClearings, type Clearings, type WhatIf } from './what-if.ts'

/** Room for rounding: a level may pass what binds it by less than 1e-12. */
const ROUNDING = 1 + 1e-11

/**
 * What the goal could make at most from each day on, value: at the full capacity that its own blocks leave, and no more than the end
 * market takes of those who sell to nobody else. Holds for any state of the chain.
 * @returns for clearings: [days + 1] the last is 0; the array is new
 */
export function mostOutputs({ index, goal, timeline }: WhatIf): (clearings: Clearings) => Float64Array {
  const { days } = timeline
  const forces = calmForces(index)
  const hasBlock = new Set(timeline.blocks.flatMap(({ kind, row }) => (kind === 'link' ? [] : [row])))
  const add = (rows: readonly number[], played: Timeline, most: Float64Array): void => {
    for (let day = 0; day < days; day++) {
      setForces(forces, index, played, day)
      for (const row of rows) {
        const made = index.output[row]! * (1 + index.spare[row]!) * forces.capacity[row]!
        const sellsOn = index.outStart[row + 1]! > index.outStart[row]!
        most[day]! += sellsOn ? made : Math.min(made, index.finalDemand[row]! * forces.demand[row]!)
      }
    }
  }
  const free = new Float64Array(days + 1)
  add(
    goal.rows.filter((row) => !hasBlock.has(row)),
    timeline,
    free,
  )
  const held = goal.rows.filter((row) => hasBlock.has(row))
  return (clearings) => {
    const most = free.slice()
    if (held.length > 0) add(held, withClearings(timeline, clearings), most)
    for (let day = days - 1; day >= 0; day--) most[day] = most[day]! * ROUNDING + most[day + 1]!
    return most
  }
}
