import { expect, test } from 'vitest'
import { groupRows, lacksEvidence, workRows, WORK_VIEWS } from '../../src/analysis/worksheet/work-rows.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Block, Chain } from '../../src/model/chain.ts'
import { chainOf, SHIPPED } from '../graph-data/shipped.ts'

const rowsOf = (chain: Chain, at: number, day: number) => {
  const { index } = indexChain(chain)
  const scenario = chain.scenarios![at]!
  return workRows(chain, scenario, timelineOf(chain, index, scenario), day)
}

test('every block of the scenario stands in one group of every view, in both languages alike', () => {
  for (const chain of SHIPPED.map(chainOf)) {
    for (const at of chain.scenarios!.keys()) {
      const rows = rowsOf(chain, at, 7)
      for (const view of WORK_VIEWS) {
        const groups = groupRows(rows, view, 'zh')
        const ids = groups.flatMap((group) => group.rows.map(({ block }) => block.id))
        expect(ids.toSorted()).toEqual(rows.map(({ block }) => block.id).toSorted())
        expect(groupRows(rows, view, 'en').map(({ key, open }) => [key, open])).toEqual(
          groups.map(({ key, open }) => [key, open]),
        )
      }
    }
  }
})

const spring = chainOf('spring-dawn.chain.json')
const withBlock = (change: Partial<Block>): Chain => ({
  ...spring,
  blocks: spring.blocks!.map((block) => (block.id === 'handle' ? { ...block, ...change } : block)),
})
const rowOf = (chain: Chain, day: number) => rowsOf(chain, 0, day).find(({ block }) => block.id === 'handle')!

test('a block is overdue from the day after its due date, until the work on it is done', () => {
  // The scenario begins on 2 March, the handle is due on the 6th.
  expect(rowOf(spring, 4)).toMatchObject({ due: 4, overdue: 0 })
  expect(rowOf(spring, 9)).toMatchObject({ overdue: 5 })
  expect(rowOf(withBlock({ state: 'cleared' }), 9)).toMatchObject({ overdue: 0 })
  expect(rowOf(withBlock({ state: 'notToBeCleared' }), 9)).toMatchObject({ overdue: 0 })
  expect(rowOf(withBlock({ due: null }), 9)).toMatchObject({ due: null, overdue: 0 })
})

test('the planned day is the clearing of the scenario, else the end that the block names, else none', () => {
  expect(rowOf(spring, 0)).toMatchObject({ planned: Infinity, plannedBy: null })
  expect(rowOf(withBlock({ until: '2020-03-12' }), 0)).toMatchObject({ planned: 10, plannedBy: 'until' })
  const [main, ...others] = spring.scenarios!
  const chain = { ...spring, scenarios: [{ ...main!, clear: [{ block: 'handle', on: '2020-03-08' }] }, ...others] }
  expect(rowOf(chain, 0)).toMatchObject({ planned: 6, plannedBy: 'clearing' })
})

test('what is cleared without a word of evidence is called so, whoever set the state', () => {
  const block = rowOf(spring, 0).block
  expect(lacksEvidence(block)).toBe(false)
  expect(lacksEvidence({ ...block, state: 'cleared' })).toBe(true)
  expect(lacksEvidence({ ...block, state: 'cleared', evidence: ' ' })).toBe(true)
  expect(lacksEvidence({ ...block, state: 'cleared', evidence: { en: 'photograph' } })).toBe(false)
})

test('a department written in Chinese alone is the one written in both languages', () => {
  const chain = withBlock({ department: '口岸主管部门' })
  const groups = groupRows(rowsOf(chain, 0, 0), 'department', 'en')
  expect(groups.find(({ key }) => key === '口岸主管部门')!.rows).toHaveLength(2)
})
