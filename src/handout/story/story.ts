import { answerScenes } from '../../analysis/scenes/answer-scenes.ts'
import type { Progress } from '../../analysis/planners/what-if.ts'
import { ENGINE_VERSION } from '../../engine/version.ts'
import { indexChain } from '../../engine/index-chain.ts'
import { longDate } from '../../i18n/format.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { sceneText } from '../../i18n/scene-text.ts'
import type { Chain } from '../../model/chain.ts'
import { textIn, type Language } from '../../model/local-text.ts'
import { scenesOf, type Scene, type SceneAnswer } from '../../model/scenes.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { SetOut } from '../drawn-map.ts'
import { dateAt, type HandoutRequest } from '../handout-state.ts'
import { Html, html, htmlPage } from '../html.ts'
import { noteLines, type NoteLine } from '../picture/note-marks.ts'
import { svgOf } from '../svg.ts'
import { TEXTS } from '../texts.ts'
import { focusOf } from '../picture/focus-of-looked.ts'
import { sceneFrames, stateOfScene } from './scene-pictures.ts'
import { STORY_SCRIPT } from './story-script.ts'
import { STORY_STYLE } from './story-style.ts'

/**
 * The scenes of a chain as one page that plays them without a network: words with figures as the engine has them now, the map of
 * each scene, and the days of those that are played.
 * @throws Error when the chain has no scenes
 */
export async function storyOf({ chain, language, setOut }: HandoutRequest, progress: Progress): Promise<string> {
  const scenes = scenesOf(chain)
  if (scenes.length === 0) throw new Error('expected a chain with scenes, got none')
  const answers = answerScenes(chain, indexChain(chain).index, scenes, progress)
  const { story: texts, madeOf } = TEXTS[language].print
  const title = textIn(chain.name, language)
  const pages = scenes.map((scene, at) => {
    progress(at, scenes.length)
    return pageOf(scene, answers[at]!, { chain, setOut, at: at + 1, count: scenes.length, title, language })
  })
  const made = fillIn(madeOf, { hash: (await fingerprintOf(chain)).slice(0, 16), engine: ENGINE_VERSION })
  const source = `${texts.keys} · ${made}`
  const buttons = (['back', 'play', 'next'] as const).map((name) =>
    html('button', { type: 'button', id: name }, texts[name]),
  )
  return htmlPage({
    language,
    title,
    style: STORY_STYLE,
    script: STORY_SCRIPT,
    body: [
      html('main', {}, ...pages),
      html('footer', {}, html('p', {}, source), html('nav', { 'aria-label': texts.steps }, ...buttons)),
    ],
  })
}

interface Head {
  readonly chain: Chain
  readonly setOut: SetOut | undefined
  readonly at: number
  readonly count: number
  readonly title: string
  readonly language: Language
}

function pageOf(scene: Scene, answer: SceneAnswer, head: Head): Html {
  const { chain, setOut, language } = head
  const state = stateOfScene(chain, scene, language, setOut)
  const frames = state
    ? sceneFrames(state, scene).map(({ map, legend, day }) => {
        const date = html('figcaption', {}, longDate(dateAt(state, day), language))
        const signs = html('div', { class: 'legend' }, new Html(svgOf(legend)))
        return html('figure', { class: 'frame' }, new Html(svgOf(map)), signs, date)
      })
    : []
  const label = sceneText(scene.name, answer, language)
  const notes = state ? noteList(noteLines(state, focusOf(state, scene)), language) : []
  return html('section', { class: 'scene', 'aria-label': label }, ...wordsOf(scene, answer, head), ...frames, ...notes)
}

/** What is pinned to the map of a scene, by the numbers of the pins. */
function noteList(lines: readonly NoteLine[], language: Language): Html[] {
  const texts = TEXTS[language].print
  const pinned = lines.filter(({ hasPin }) => hasPin)
  if (pinned.length === 0) return []
  const rows = pinned.map(({ number, place, text }) =>
    html('li', { value: String(number) }, html('b', {}, place + texts.noteColon), text),
  )
  return [html('aside', { class: 'notes', 'aria-label': texts.notes }, html('ol', {}, ...rows))]
}

/** Heading and words; a scene whose claim no longer holds says so. */
function wordsOf(scene: Scene, answer: SceneAnswer, { at, count, title, language }: Head): Html[] {
  const { stale } = TEXTS[language].print.story
  const isTrue = answer.claims.every(({ verdict }) => verdict === 'holds')
  return [
    html('p', { class: 'place' }, `${title} · ${at}/${count}`),
    html('h1', {}, sceneText(scene.name, answer, language)),
    html('p', { class: 'words' }, sceneText(scene.words, answer, language)),
    ...(isTrue ? [] : [html('p', { class: 'stale' }, stale)]),
  ]
}
