import type PptxGenJS from 'pptxgenjs'
import { answerScenes } from '../../analysis/scenes/answer-scenes.ts'
import type { Progress } from '../../analysis/planners/what-if.ts'
import { longDate } from '../../i18n/format.ts'
import { sceneText } from '../../i18n/scene-text.ts'
import { scenesOf, type Scene, type SceneAnswer } from '../../model/scenes.ts'
import type { SetOut } from '../drawn-map.ts'
import { dateAt, type HandoutState } from '../handout-state.ts'
import { noteLines } from '../picture/note-marks.ts'
import { cutTo, PAPER } from '../picture/paper.ts'
import { focusOf } from '../picture/focus-of-looked.ts'
import { scenePictures, stateOfScene, type SceneFrame } from '../story/scene-pictures.ts'
import { cleanText } from '../svg.ts'
import { TEXTS } from '../texts.ts'
import { addPicture, headed, SIZE, written } from './slide-shapes.ts'

const WORDS = { x: 0.5, y: 0.95, w: SIZE.width - 1, h: 0.95 } as const
const MAP = { x: 0.25, y: 1.95, w: SIZE.width - 0.5 } as const
const LEGEND = { x: 0.5, w: SIZE.width - 1, bottom: SIZE.height - 0.5 } as const
const FOOT = { x: SIZE.width - 5, y: SIZE.height - 0.42, w: 4.5, h: 0.3 } as const
/** What the pins of the map say, as far as a line goes; in whole it stands on the slides of notes. */
const PINNED = { x: 0.5, y: FOOT.y, w: SIZE.width - 5.7, h: FOOT.h } as const

/** A slide for each scene of the story: its words with figures as the engine has them now, its map, and the speaker's notes. */
export function storySlides(
  deck: PptxGenJS,
  { chain, index, language }: HandoutState,
  setOut: SetOut | undefined,
  progress: Progress,
): void {
  const scenes = scenesOf(chain)
  const answers = answerScenes(chain, index, scenes, progress)
  for (const [at, scene] of scenes.entries()) {
    const state = stateOfScene(chain, scene, language, setOut)
    if (state) sceneSlide(deck, state, { scene, answer: answers[at]!, place: `${at + 1}/${scenes.length}` })
  }
}

/** The map, and under it its legend in letters that are read from ten metres: the width of the slide scales it. */
function addScene(slide: PptxGenJS.Slide, { map, legend }: SceneFrame): void {
  const h = (legend.height * LEGEND.w) / legend.width
  addPicture(slide, legend, { ...LEGEND, y: LEGEND.bottom - h, h })
  addPicture(slide, map, { ...MAP, h: LEGEND.bottom - h - MAP.y })
}

interface Told {
  readonly scene: Scene
  readonly answer: SceneAnswer
  readonly place: string
}

function sceneSlide(deck: PptxGenJS, state: HandoutState, { scene, answer, place }: Told): void {
  const { language } = state
  const slide = headed(deck, sceneText(scene.name, answer, language))
  slide.addText(cleanText(sceneText(scene.words, answer, language)), {
    ...written({ fontSize: 18, bold: false, color: PAPER.ink }),
    ...WORDS,
    valign: 'top',
    fit: 'shrink',
  })
  addScene(slide, scenePictures(state, scene).at(-1)!)
  const isTrue = answer.claims.every(({ verdict }) => verdict === 'holds')
  const mark = isTrue ? '' : ` · ${TEXTS[language].print.story.stale}`
  slide.addText(cleanText(`${longDate(dateAt(state, state.day), language)} · ${place}${mark}`), {
    ...written({ fontSize: 11, bold: false, color: isTrue ? PAPER.ink3 : PAPER.warm }),
    ...FOOT,
    align: 'right',
  })
  const pinned = noteLines(state, focusOf(state, scene)).filter(({ hasPin }) => hasPin)
  if (pinned.length > 0) {
    const { noteColon } = TEXTS[language].print
    const line = pinned.map(({ number, place, text }) => `${number} ${place}${noteColon}${text}`).join(' · ')
    slide.addText(cleanText(cutTo(line, PINNED.w, 11 / 72)), {
      ...written({ fontSize: 11, bold: false, color: PAPER.ink2 }),
      ...PINNED,
    })
  }
  const notes = sceneText(scene.notes, answer, language)
  if (notes !== '') slide.addNotes(cleanText(notes))
}
