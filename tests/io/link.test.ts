import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LIMITS } from '../../src/io/limits.ts'
import { readLink, writeLink } from '../../src/io/link/link.ts'
import type { Chain } from '../../src/model/chain.ts'
import { DEFAULT_SESSION } from '../../src/state/session.ts'
import { isStep, readView, viewOf } from '../../src/state/view-state.ts'

const chain = JSON.parse(
  readFileSync(new URL('../../graph-data/spring-dawn.chain.json', import.meta.url), 'utf8'),
) as Chain
const content = { view: viewOf(DEFAULT_SESSION), name: '春晓', fingerprint: 'a'.repeat(64), chain }

test('a link gives back the view and the chain that were put in', () => {
  const link = writeLink(content)!
  expect(link.length).toBeLessThan(LIMITS.linkCharacters)
  expect(link).toMatch(/^v1\.[\w-]+$/)
  const { content: read, problems } = readLink(link)
  expect(problems).toEqual([])
  expect(read).toEqual(content)
  expect(readView(read!.view)).toEqual(content.view)
})

test('a chain that is too large makes no link; name and fingerprint alone do', () => {
  const noise = Array.from({ length: 3_000 }, (_, at) => ({
    ...chain.enterprises[0]!,
    id: `e${Math.imul(at + 1, 0x9e3779b1) >>> 0}`,
    name: `${Math.imul(at + 7, 0x85ebca6b) >>> 0}`,
  }))
  expect(writeLink({ ...content, chain: { ...chain, enterprises: noise } })).toBeNull()
  expect(readLink(writeLink({ ...content, chain: null })!).content).toEqual({ ...content, chain: null })
})

test('a damaged, foreign or overlong link is refused with its code, and nothing throws', () => {
  const link = writeLink(content)!
  const codeOf = (text: string) => readLink(text).problems[0]?.code
  for (const text of ['', 'v1.', 'v2.abc', link.slice(0, -30), `${link.slice(0, 400)}A${link.slice(401)}`, 'v1.%%%']) {
    expect(codeOf(text)).toBe('LINK')
  }
  expect(codeOf(`v1.${'A'.repeat(LIMITS.linkCharacters)}`)).toBe('LINK_SIZE')
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (noise) => readLink(`v1.${noise}`).content === null),
    { numRuns: 500 },
  )
})

test('a chain inside a link is checked like a file', () => {
  const wrong = { ...chain, enterprises: [{ ...chain.enterprises[0]!, stage: 'nowhere' }] } as Chain
  const { content: read, problems } = readLink(writeLink({ ...content, chain: wrong })!)
  expect(read).toBeNull()
  expect(problems.map(({ code }) => code)).toContain('DANGLING')
})

test('of a view from outside only sound fields are taken', () => {
  expect(readView(null)).toEqual({})
  const hostile = JSON.parse(
    '{"day": -1, "lens": "x", "table": "analysis", "__proto__": {"x": 1}, "camera": {"x": 1}, "language": "zh"}',
  ) as unknown
  expect(readView(hostile)).toEqual({ table: 'analysis' })
  expect(Object.getPrototypeOf(readView(hostile))).toBe(Object.prototype)
})

test('a day that is played is no step to go back to; another scenario is', () => {
  const view = viewOf(DEFAULT_SESSION)
  expect(isStep(view, { ...view, day: 9, camera: { x: 1, y: 2, width: 3 } })).toBe(false)
  expect(isStep(view, { ...view, scenarioId: 'other' })).toBe(true)
  expect(isStep(view, { ...view, selection: { kind: 'enterprise', id: 'a' } })).toBe(true)
})

test('a comparison is part of the view, and another pair or way of looking is a step; its day and its end are none', () => {
  const compared = { a: 'main', b: ':observed', view: 'swipe', day: 3 } as const
  const view = { ...viewOf(DEFAULT_SESSION), compared, against: { a: ':observed' } }
  expect(readView(JSON.parse(JSON.stringify(view)))).toEqual(view)
  expect(isStep(view, { ...view, compared: { ...compared, view: 'side' } })).toBe(true)
  expect(isStep(view, { ...view, compared: { ...compared, b: 'other' } })).toBe(true)
  expect(isStep(view, { ...view, compared: { ...compared, day: 4 } })).toBe(false)
  expect(isStep(view, { ...view, compared: null })).toBe(false)
  expect(readView({ compared: { ...compared, view: 'sideways' }, against: { a: 1 } })).toEqual({})
})
