import { expect, test } from 'vitest'
import type { Block } from '../../src/model/chain.ts'
import {
  causesFor,
  dateProblems,
  draftOf,
  mergeDraft,
  newBlock,
  newDraft,
  retarget,
  wrongFigures,
} from '../../src/view/panels/block-draft.ts'

const BLOCK: Block = {
  id: 'b',
  at: { enterprise: 'handle' },
  cause: 'labour',
  severity: { low: 0.25, high: 0.75 },
  since: '2020-02-10',
  measure: { zh: '接返员工', en: 'bring staff back' },
  owner: 'Li Ming',
  sources: ['W1'],
  evidence: 'a letter',
}

test('a block opened in the form and saved untouched is the same block, in either language', () => {
  for (const language of ['zh', 'en'] as const)
    expect(mergeDraft(BLOCK, draftOf(BLOCK, language), language)).toEqual(BLOCK)
})

test('a text changed in one language keeps the other', () => {
  const draft = { ...draftOf(BLOCK, 'zh'), measure: '包车接返' }
  expect(mergeDraft(BLOCK, draft, 'zh').measure).toEqual({ zh: '包车接返', en: 'bring staff back' })
})

test('a severity known as a range stays a range until the slider is moved', () => {
  const draft = draftOf(BLOCK, 'en')
  expect(mergeDraft(BLOCK, { ...draft, effort: 3 }, 'en').severity).toEqual({ low: 0.25, high: 0.75 })
  expect(mergeDraft(BLOCK, { ...draft, severity: 0.6 }, 'en').severity).toBe(0.6)
})

test('an emptied field is left out, and an emptied date means open', () => {
  const changed = mergeDraft(BLOCK, { ...draftOf(BLOCK, 'en'), owner: ' ', since: '' }, 'en')
  expect('owner' in changed).toBe(false)
  expect(changed.since).toBeNull()
})

test('only causes that act there are offered: no demand on an enterprise, no labour on a link', () => {
  expect(causesFor('enterprise')).not.toContain('demand')
  expect(causesFor('supply')).toEqual(['logistics', 'border'])
  expect(causesFor('market')).toContain('demand')
})

test('a block moved to the market takes a cause that acts there', () => {
  const draft = newDraft({ enterprise: 'car' }, '2020-02-10')
  const moved = retarget({ ...draft, cause: 'labour' }, 'market')
  expect(moved.at).toEqual({ market: 'car' })
  expect(causesFor('market')).toContain(moved.cause)
})

test('days that are none, and a lifting before the start, are said at their field', () => {
  const draft = newDraft({ enterprise: 'car' }, '2020-02-10')
  expect(dateProblems(draft).size).toBe(0)
  expect(dateProblems({ ...draft, since: '2020-02-31' }).get('since')).toBe('badDate')
  expect(dateProblems({ ...draft, until: '2020-02-10' }).get('until')).toBe('untilBeforeSince')
})

test('a new block stops all from the shown day on', () => {
  expect(newBlock(newDraft({ supply: 's1' }, '2020-02-10'), 'en')).toMatchObject({
    at: { supply: 's1' },
    cause: 'logistics',
    severity: 1,
    since: '2020-02-10',
  })
})

test('a figure that no file could hold is named, and so is an empty one; one of a file is taken as it stands', () => {
  const draft = draftOf(BLOCK, 'en')
  for (const effort of [-5, 0, 1e300, Number.NaN, Number.POSITIVE_INFINITY, ''] as const)
    expect([...wrongFigures({ ...draft, effort })]).toEqual(['effort'])
  for (const rampDays of [-1, 0.5, 3661, Number.NaN, ''] as const)
    expect([...wrongFigures({ ...draft, rampDays })]).toEqual(['rampDays'])
  for (const effort of [0.25, 20_000, 1e15]) expect(wrongFigures({ ...draft, effort, rampDays: 3660 }).size).toBe(0)
})
