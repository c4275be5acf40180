import { expect, test } from 'vitest'
import { mostOutputs } from '../../src/analysis/planners/most-outputs.ts'
import { clearable, whatIf, type WhatIf } from '../../src/analysis/planners/what-if.ts'
import { searchOf } from './fixture.ts'
import { seeded, smallChain } from './small-chains.ts'

/** The same question with a stimulus that more than doubles the end market of the first enterprise for some days. */
const stimulated = ({ index, timeline, goal }: WhatIf): WhatIf =>
  whatIf(index, { ...timeline, stimulus: [{ enterprise: goal.rows[0]!, factor: 2.5, since: 4, until: 9 }] }, goal)

/** Goal output of each day, value. */
function outputs({ index, goal, play }: WhatIf, clearings: ReadonlyMap<number, number>): number[] {
  const made: number[] = []
  play(
    clearings,
    (_, level) => void made.push(goal.rows.reduce((sum, row) => sum + level[row]! * index.output[row]!, 0)),
  )
  return made
}

test('whatever is cleared when, the goal never makes more from a day on than its capacity and its end market allow', () => {
  let [reached, days] = [0, 0]
  for (let seed = 0; seed < 200; seed++) {
    const random = seeded(seed)
    const plain = searchOf(smallChain(seed, 7))
    for (const search of [plain, stimulated(plain)]) {
      const clearings = new Map(clearable(search.timeline, 0).map((block) => [block, Math.floor(random() * 15)]))
      const most = mostOutputs(search)(clearings)
      const made = outputs(search, clearings)
      let rest = 0
      for (let day = search.timeline.days - 1; day >= 0; day--) {
        rest += made[day]!
        days++
        expect(rest, `chain ${seed}, day ${day}`).toBeLessThanOrEqual(most[day]!)
        if (rest >= most[day]! * (1 - 1e-9)) reached++
      }
      expect(most[search.timeline.days]).toBe(0)
    }
  }
  // A limit that no run reaches would rule nothing out; here one day in five stands at it.
  expect(reached / days).toBeGreaterThan(0.1)
})
