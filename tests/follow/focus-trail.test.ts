import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepTrail, stepAlong, visited } from '../../src/state/focus-trail.ts'
import { sessionStore, type Selection } from '../../src/state/session.ts'

const thing = (id: string): Selection => ({ kind: 'enterprise', id })

test('back and forward go through what was selected, as a browser does; a new selection forgets what lay ahead', () => {
  const session = sessionStore({})
  keepTrail(session)
  const go = (by: -1 | 1): string | null => {
    const { trail, selection } = session.getState()
    const at = stepAlong(trail, by, selection, () => true)
    if (at === null) return null
    session.setState({ selection: trail.visited[at]!, trail: { ...trail, at } })
    return session.getState().selection!.id
  }
  for (const id of ['a', 'b', 'c']) session.setState({ selection: thing(id) })
  expect([go(-1), go(-1), go(-1)]).toEqual(['b', 'a', null])
  expect(go(1)).toBe('b')
  session.setState({ selection: thing('d') })
  expect(go(1)).toBeNull()
  expect([go(-1), go(-1)]).toEqual(['b', 'a'])
})

test('with nothing selected a step back leads to the last selection; what has gone is passed over', () => {
  const trail = ['a', 'b', 'c'].map(thing).reduce(visited, { visited: [], at: -1 })
  expect(stepAlong(trail, -1, null, () => true)).toBe(2)
  expect(stepAlong(trail, -1, thing('c'), ({ id }) => id !== 'b')).toBe(0)
  expect(stepAlong(trail, 1, thing('c'), () => true)).toBeNull()
})

test('the trail keeps the last fifty, never the same thing twice in a row', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 130 }), (ids) => {
      const trail = ids.map(thing).reduce(visited, { visited: [], at: -1 })
      const wanted = ids.filter((id, at) => id !== ids[at - 1]).slice(-50)
      expect(trail.visited.map(({ id }) => id)).toEqual(wanted)
      expect(trail.at).toBe(wanted.length - 1)
    }),
  )
})
