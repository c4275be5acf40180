import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerScenes } from '../../src/analysis/scenes/answer-scenes.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { escapeXml } from '../../src/handout/svg.ts'
import { storyOf } from '../../src/handout/story/story.ts'
import { sceneText } from '../../src/i18n/scene-text.ts'
import type { Chain } from '../../src/model/chain.ts'
import { NO_FILTER } from '../../src/model/filter.ts'
import { textIn } from '../../src/model/local-text.ts'
import { scenesOf } from '../../src/model/scenes.ts'

const chain = JSON.parse(
  readFileSync(new URL('../../graph-data/spring-dawn.chain.json', import.meta.url), 'utf8'),
) as Chain
const quiet = (): void => {}
const story = (shown: Chain, language: 'zh' | 'en') =>
  storyOf({ chain: shown, scenarioId: '', day: 0, language }, quiet)

test('every scene stands in the story with the figures that the engine gives now', async () => {
  const scenes = scenesOf(chain)
  const answers = answerScenes(chain, indexChain(chain).index, scenes, quiet)
  expect(scenes).toHaveLength(6)
  for (const language of ['zh', 'en'] as const) {
    const page = await story(chain, language)
    expect(page.match(/<section class="scene"/g)).toHaveLength(6)
    scenes.forEach((scene, at) => {
      const words = sceneText(scene.words, answers[at], language)
      expect(words).not.toContain('{{')
      expect(page).toContain(escapeXml(words))
    })
  }
})

test('the foot of a page says in its own language what it was made of, as the pictures do', async () => {
  expect(await story(chain, 'zh')).toMatch(/· 畅链 · 产业链文件 [\da-f]{16} · 计算引擎 /)
  expect(await story(chain, 'zh')).not.toMatch(/· engine /)
  expect(await story(chain, 'en')).toMatch(/· Changlian · chain [\da-f]{16} · engine /)
})

test('a scene that is played brings a picture of several days, the last one where it comes to rest', async () => {
  const played = scenesOf(chain).filter(({ play }) => play)
  expect(played.length).toBeGreaterThan(0)
  const page = await story(chain, 'en')
  expect(page.match(/<figure class="frame"/g)!.length).toBeGreaterThan(6)
})

test('the page asks nothing of the network and holds no markup from names', async () => {
  const [first, ...others] = chain.enterprises
  const hostile: Chain = {
    ...chain,
    name: '</script><img src=x onerror=alert(1)>',
    enterprises: [{ ...first!, name: '<b>' }, ...others],
  }
  const page = await story(hostile, 'zh')
  expect(page).toContain("default-src 'none'")
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page).not.toMatch(/<img|https?:\/\/(?!www\.w3\.org)/)
})

test('a scene whose claim no longer holds says so', async () => {
  const [first, ...others] = scenesOf(chain)
  const wrong: Chain = { ...chain, scenes: [{ ...first!, claims: ['{{operatingRate}} > 100%'] }, ...others] }
  expect(await story(wrong, 'en')).toContain('A claim of this scene no longer holds.')
  expect(await story(chain, 'en')).not.toContain('A claim of this scene no longer holds.')
})

test('notes are pinned in the pictures of every scene, and read under them by number', async () => {
  const [first, second] = chain.enterprises
  const noted: Chain = {
    ...chain,
    notes: [
      {
        id: 'a',
        at: { enterprise: first!.id },
        text: { zh: '已约周一', en: 'Call on <Monday>' },
        created: '2020-03-02',
      },
      { id: 'b', at: { supply: chain.supplies[0]!.id }, text: 'By road' },
      { id: 'c', at: { enterprise: second!.id }, text: 'Only where it is seen' },
    ],
    scenes: scenesOf(chain).map((scene, at) =>
      at === 0 ? { ...scene, filter: { ...NO_FILTER, hidden: [second!.id] } } : scene,
    ),
  }
  const page = await story(noted, 'en')
  expect(page.match(/<aside class="notes" aria-label="Notes">/g)).toHaveLength(6)
  expect(page.match(/Call on &lt;Monday&gt; \(2 Mar 2020\)/g)).toHaveLength(6)
  expect(page.match(/Only where it is seen/g)).toHaveLength(5)
  expect(page).toContain(`<li value="1"><b>${escapeXml(textIn(first!.name, 'en'))}: </b>`)
  expect(await story(noted, 'zh')).toContain('已约周一')
  expect(await story(chain, 'en')).not.toContain('class="notes"')
})
