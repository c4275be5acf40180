import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tierLayout } from '../../src/analysis/layout/tier-layout.ts'
import { cameraOn } from '../../src/analysis/scenes/lit-camera.ts'
import { answerScenes } from '../../src/analysis/scenes/answer-scenes.ts'
import { claimVerdict } from '../../src/analysis/scenes/claims.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { sceneText } from '../../src/i18n/scene-text.ts'
import { scenesOf, type FieldValue, type Scene, type SceneAnswer } from '../../src/model/scenes.ts'
import { run } from '../cli/in-process.ts'
import { dayNumber, isoDate } from '../../src/model/dates.ts'
import { bytesOf, chainOf } from '../graph-data/shipped.ts'

const spring = chainOf('spring-dawn.chain.json')
const { index } = indexChain(spring)
const FILE = 'spring-dawn.chain.json'
const asked = (...args: string[]) => run([args[0]!, FILE, ...args.slice(1)], { [FILE]: bytesOf(FILE) })
const answer = (words: string, more: Partial<Scene> = {}): SceneAnswer =>
  answerScenes(spring, index, [{ id: 's', name: 'n', words, scenario: 'main', day: 0, ...more }], () => {})[0]!
const valueOf = (field: string, more: Partial<Scene> = {}): number => {
  const value = answer(`{{${field}}}`, more).fields[field]!
  if (!('value' in value)) throw new Error(`expected a figure, got ${JSON.stringify(value)}`)
  return value.value
}

describe("a scene's numbers equal the command line's", () => {
  test('gains, to the last digit', async () => {
    const { out } = await asked('gains', '--json')
    const { gains } = JSON.parse(out) as { gains: { block: string; gain: number }[] }
    expect(gains.length).toBe(5)
    for (const { block, gain } of gains) expect(valueOf(`gain:${block}`)).toBeCloseTo(gain, 12)
  })

  test('levels of each enterprise, to the last digit', async () => {
    const { out } = await asked('simulate', '--scenario', 'together', '--json')
    const { enterprises, level } = JSON.parse(out) as { enterprises: string[]; level: number[][] }
    for (const day of [0, 8, 59]) {
      for (const id of ['chunxiao', 'yunxiu', 'jinxian']) {
        expect(valueOf(`level:${id}`, { scenario: 'together', day })).toBe(level[day]![enterprises.indexOf(id)])
        expect(valueOf(`level:${id}@${day}`, { scenario: 'together' })).toBe(level[day]![enterprises.indexOf(id)])
      }
    }
  })

  test('figures of each day', async () => {
    const { out } = await asked('simulate', '--scenario', 'together')
    const names = ['operatingRate', 'staffReturn', 'outputRecovery', 'leadingOutput', 'stopped', 'blocksOpen']
    for (const day of [0, 3, 20]) {
      const shown = names.map((name, at) => {
        const value = valueOf(name, { scenario: 'together', day })
        return at < 4 ? `${(value * 100).toFixed(1)}%` : String(value)
      })
      const line = out.split('\n').find((each) => each.startsWith(isoDate(dayNumber('2020-03-02') + day)))
      expect(line!.split(/\s+/).slice(1)).toEqual(shown)
    }
  })

  test('the command that tells the story prints the same values', async () => {
    const { out, code } = await asked('scenes', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject(
      JSON.parse(JSON.stringify(answerScenes(spring, index, scenesOf(spring), () => {}))),
    )
  })
})

test('clearings of a scene count in its figures', () => {
  const clear = ['handle', 'cable'].map((block) => ({ block, on: '2020-03-02' }))
  expect(valueOf('leadingDays', { clear }) - valueOf('leadingDays')).toBeCloseTo(valueOf('gain:handle+cable'), 9)
})

test('what is not there is unknown, stays in its braces, and its claim cannot be read', () => {
  const found = answer('{{level:nobody}} {{nothing}} {{gain:x}}', { claims: ['{{level:nobody}} = 0', 'no claim'] })
  expect(Object.values(found.fields).map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'unknown'])
  expect(sceneText('a {{level:nobody}} b', found, 'en')).toBe('a {{level:nobody}} b')
  expect(found.claims.map(({ verdict }) => verdict)).toEqual(['unreadable', 'unreadable'])
  expect(answer('{{days}}', { scenario: 'gone' }).fields.days).toEqual({ kind: 'unknown' })
})

test('names of object properties are no fields', () => {
  for (const field of ['constructor', '__proto__', 'toString:x'])
    expect(answer(`{{${field}}}`).fields[field]).toEqual({ kind: 'unknown' })
})

test('claims compare numbers, percentages, dates and fields', () => {
  const fields: Record<string, FieldValue> = {
    a: { kind: 'share', value: 0.8 },
    b: { kind: 'days', value: 1e-12 },
    c: { kind: 'date', value: 4, start: '2020-03-01' },
    never: { kind: 'date', value: -1, start: '2020-03-01' },
  }
  const verdicts = {
    '{{a}} = 80%': 'holds',
    '{{a}} > 0.9': 'fails',
    '{{b}} = 0': 'holds',
    '{{b}} > 0': 'fails',
    '{{c}} = 2020-03-05': 'holds',
    '2020-03-06 <= {{c}}': 'fails',
    '{{never}} > {{c}}': 'holds',
    '{{never}} = never': 'holds',
    '{{a}} != {{b}}': 'holds',
    '{{gone}} = 1': 'unreadable',
    '{{a}} =': 'unreadable',
    '': 'unreadable',
  }
  for (const [claim, verdict] of Object.entries(verdicts)) expect(claimVerdict(claim, fields), claim).toBe(verdict)
})

test('a claim that an edit has made false is marked', () => {
  const edited = { ...spring, blocks: spring.blocks!.filter(({ id }) => id !== 'cable') }
  const answers = answerScenes(edited, indexChain(edited).index, scenesOf(spring), () => {})
  const together = answers.find(({ id }) => id === 'together')!
  expect(together.claims.map(({ verdict }) => verdict)).toContain('fails')
})

test('rows of another shape are kept out of the story', () => {
  expect(
    scenesOf({
      ...spring,
      scenes: [null, 1, {}, { id: 'x' }, { id: 'x', name: 'n', words: {}, scenario: 's', day: -1 }],
    }),
  ).toEqual([])
})

test('the camera of a scene shows every card that is lit, inside the map', () => {
  const chain = chainOf('vehicles.chain.json')
  const { index } = indexChain(chain)
  const layout = tierLayout(chain, index)
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(index.enterpriseCount - 1), { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0.5, max: 3, noNaN: true }),
      (rows, aspect) => {
        const camera = cameraOn(layout, rows, aspect)
        if (!camera) return
        const half = { x: camera.width / 2, y: camera.width / aspect / 2 }
        for (const row of rows) {
          expect(Math.abs(layout.x[row]! - camera.x)).toBeLessThan(half.x)
          expect(Math.abs(layout.y[row]! - camera.y)).toBeLessThan(half.y)
        }
        expect(camera.width).toBeLessThanOrEqual(layout.width)
      },
    ),
  )
})
