import { expect, test } from 'vitest'
import { answerScenes } from '../../src/analysis/scenes/answer-scenes.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { sceneText } from '../../src/i18n/scene-text.ts'
import { scenesOf } from '../../src/model/scenes.ts'
import { chainOf, SHIPPED } from './shipped.ts'

const stories = SHIPPED.map((file) => {
  const chain = chainOf(file)
  const scenes = scenesOf(chain)
  return { file, chain, scenes, answers: answerScenes(chain, indexChain(chain).index, scenes, () => {}) }
})

test.each(stories)('$file tells a story of six scenes, each with a claim, and every claim holds', (story) => {
  expect(story.chain.scenes).toHaveLength(6)
  expect(story.scenes).toHaveLength(6)
  for (const { id, claims } of story.answers) {
    expect(claims.length, id).toBeGreaterThan(0)
    expect(claims.filter(({ verdict }) => verdict !== 'holds'), id).toEqual([])
  }
})

test.each(stories)('$file: every field of the words is known, in both languages', ({ scenes, answers }) => {
  for (const [at, scene] of scenes.entries()) {
    for (const language of ['zh', 'en'] as const) {
      for (const part of [scene.name, scene.words, scene.notes]) {
        const text = sceneText(part, answers[at], language)
        expect(text).not.toMatch(/[{}]/)
        expect(text).not.toBe('')
        if (language === 'zh') expect(text).toMatch(/[\u4e00-\u9fff]/)
      }
    }
  }
})

test.each(stories)('$file: scenes name scenarios, enterprises and blocks that are there', ({ chain, scenes }) => {
  const enterprises = new Set(chain.enterprises.map(({ id }) => id))
  const blocks = new Set(chain.blocks!.map(({ id }) => id))
  const scenarios = new Map(chain.scenarios!.map((scenario) => [scenario.id, scenario]))
  expect(new Set(scenes.map(({ id }) => id)).size).toBe(scenes.length)
  for (const { scenario, day, lit, trace, selection, clear, compare } of scenes) {
    expect(scenarios.get(scenario)?.days).toBeGreaterThan(day)
    for (const id of lit ?? []) expect(enterprises).toContain(id)
    if (trace) expect(enterprises).toContain(trace.enterprise)
    if (selection) expect(selection.kind === 'block' ? blocks : enterprises).toContain(selection.id)
    for (const { block } of clear ?? []) expect(blocks).toContain(block)
    for (const id of compare ? [compare.a, compare.b] : []) expect([...scenarios.keys()]).toContain(id)
  }
})
