import { litBy } from '../../analysis/picture/standing-out.ts'
import { cameraOn } from '../../analysis/scenes/lit-camera.ts'
import type { Chain } from '../../model/chain.ts'
import type { Language } from '../../model/local-text.ts'
import { scenarioIdOf, type Scene } from '../../model/scenes.ts'
import type { SetOut } from '../drawn-map.ts'
import { handoutState, onDay, type HandoutState } from '../handout-state.ts'
import { lensOfLooked, lookedAt } from '../looked-at.ts'
import { mapAndLegend } from '../picture/map-picture.ts'
import type { Picture, PictureWindow } from '../picture/marks.ts'
import { pictureFocus } from '../picture/focus-of-looked.ts'

/** Pictures of a scene that is played: so many at most, first and last day always among them. */
const FRAMES = 12

/**
 * The run that a scene shows, with what the scene holds it against, as on the screen; null where the chain has no such
 * scenario.
 */
export function stateOfScene(chain: Chain, scene: Scene, language: Language, setOut: SetOut = {}): HandoutState | null {
  const scenario = chain.scenarios?.find(({ id }) => id === scenarioIdOf(scene))
  if (!scenario) return null
  const day = Math.min(scene.day, scenario.days - 1)
  return lookedAt(handoutState({ chain, scenarioId: scenario.id, day, language, setOut }), scene)
}

/** Days that the scene shows, in order; one where nothing is played. */
function daysOf(state: HandoutState, scene: Scene): readonly number[] {
  const first = Math.min(scene.play?.from ?? state.day, state.day)
  const span = state.day - first
  const count = Math.min(FRAMES, span + 1)
  return Array.from({ length: count }, (_, at) => first + Math.round((at * span) / Math.max(1, count - 1)))
}

/** The whole map and its legend on each day of the scene. */
export const scenePictures = (state: HandoutState, scene: Scene): readonly SceneFrame[] =>
  daysOf(state, scene).map((day) => frameOn(state, scene, day, null))

/** Width over height of the room that a story has for its map. */
const ROOM = 2.2
/** Letters of a legend of this width are read from ten metres where it is as wide as the room: 20 px and more at 1024 x 768. */
const LEGEND_WIDTH = 430

/** What the scene looks at on each of its days, as on the stage, and the legend. */
export function sceneFrames(state: HandoutState, scene: Scene): readonly SceneFrame[] {
  const window = windowOf(state, scene)
  return daysOf(state, scene).map((day) => frameOn(state, scene, day, window))
}

export interface SceneFrame {
  readonly map: Picture
  readonly legend: Picture
  readonly day: number
}

function frameOn(state: HandoutState, scene: Scene, day: number, window: PictureWindow | null): SceneFrame {
  const shown = onDay(state, day)
  const focus = pictureFocus(shown, scene)
  const lens = lensOfLooked(shown, scene, scene.lens)
  return { ...mapAndLegend(shown, { lens, focus, window, legendWidth: LEGEND_WIDTH, signs: 'inARoom' }), day }
}

/** The scene's camera, else the part that holds what it lights; null = the whole map, as of one that is folded. */
function windowOf(state: HandoutState, scene: Scene): PictureWindow | null {
  const { lit, trace } = scene
  const { fold, layout, x: xs, y: ys } = state.drawn
  const found = fold ? null : litBy(state.index, { named: lit ?? null, wave: null, trace: trace ?? null })
  const camera = scene.camera ?? (found && cameraOn({ ...layout, x: xs, y: ys }, [...found.rows], ROOM))
  if (!camera) return null
  const { x, y, width } = camera
  const height = width / ROOM
  return { x: x - width / 2, y: Math.max(0, y - height / 2), width, height }
}
