import { severityOn } from '../../engine/forces.ts'
import type { Timeline, TimelineBlock } from '../../engine/timeline.ts'
import { withClearings, type Clearings, type WhatIf } from './what-if.ts'

/** Room for rounding: a level may pass what binds it by less than 1e-12. */
const ROUNDING = 1 + 1e-11

/**
 * What the goal could make at most from each day on, value: at the full capacity that its own blocks leave, and no more than the end
 * market takes of those who sell to nobody else. Holds for any state of the chain.
 * @returns for clearings: [days + 1] the last is 0; the array is new
 */
export function mostOutputs({ index, goal, timeline }: WhatIf): (clearings: Clearings) => Float64Array {
  const { days, stimulus } = timeline
  const hasBlock = new Set(timeline.blocks.flatMap(({ kind, row }) => (kind === 'link' ? [] : [row])))
  const add = (row: number, blocks: readonly TimelineBlock[], most: Float64Array): void => {
    const capacity = index.output[row]! * (1 + index.spare[row]!)
    const sellsOn = index.outStart[row + 1]! > index.outStart[row]!
    const own = blocks.filter((block) => block.kind !== 'link' && block.row === row)
    const stimuli = stimulus.filter(({ enterprise }) => enterprise === row)
    for (let day = 0; day < days; day++) {
      const made = capacity * leftOf(own, 'capacity', day)
      const asked = index.finalDemand[row]! * leftOf(own, 'market', day) * factorOn(stimuli, day)
      most[day]! += sellsOn ? made : Math.min(made, asked)
    }
  }
  const free = new Float64Array(days + 1)
  for (const row of goal.rows) if (!hasBlock.has(row)) add(row, [], free)
  const held = goal.rows.filter((row) => hasBlock.has(row))
  return (clearings) => {
    const most = free.slice()
    const { blocks } = withClearings(timeline, clearings)
    for (const row of held) add(row, blocks, most)
    for (let day = days - 1; day >= 0; day--) most[day] = most[day]! * ROUNDING + most[day + 1]!
    return most
  }
}

/** What the worst of the blocks of a kind leaves. */
function leftOf(blocks: readonly TimelineBlock[], kind: TimelineBlock['kind'], day: number): number {
  let left = 1
  for (const block of blocks) if (block.kind === kind) left = Math.min(left, 1 - severityOn(block, day))
  return left
}

const factorOn = (stimuli: Timeline['stimulus'], day: number): number =>
  stimuli.reduce((factor, { since, until, factor: by }) => (day >= since && day < until ? factor * by : factor), 1)
