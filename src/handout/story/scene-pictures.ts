import { scenarioOfScene } from '../../analysis/scenes/answer-scenes.ts'
import { waveOf } from '../../analysis/wave.ts'
import { simulate } from '../../engine/daily-model.ts'
import { timelineOf } from '../../engine/scenario-timeline.ts'
import type { Chain } from '../../model/chain.ts'
import type { Language } from '../../model/local-text.ts'
import type { Scene } from '../../model/scenes.ts'
import { handoutState, onDay, type HandoutState } from '../handout-state.ts'
import { bareMapPicture } from '../picture/map-picture.ts'
import type { Picture } from '../picture/marks.ts'
import { focusOfScene } from './scene-focus.ts'

/** Pictures of a scene that is played: so many at most, first and last day always among them. */
const FRAMES = 12

/**
 * The run that a scene shows, with the wave of the scene's own clearings against it, as on the screen; null where the chain has no such
 * scenario.
 */
export function stateOfScene(chain: Chain, scene: Scene, language: Language): HandoutState | null {
  const cleared = scenarioOfScene(chain, scene)
  if (!cleared) return null
  const day = Math.min(scene.day, cleared.days - 1)
  const state = handoutState({ chain, scenarioId: scene.scenario, day, language })
  if (!scene.clear) return state
  const run = simulate(state.index, timelineOf(chain, state.index, cleared), { record: 'levels' })
  return { ...state, wave: waveOf(run, state.played.run) }
}

/** The map on the days that the scene shows, in order; one where nothing is played. */
export function scenePictures(state: HandoutState, scene: Scene): readonly (Picture & { readonly day: number })[] {
  const first = Math.min(scene.play?.from ?? state.day, state.day)
  const span = state.day - first
  const count = Math.min(FRAMES, span + 1)
  const days = Array.from({ length: count }, (_, at) => first + Math.round((at * span) / Math.max(1, count - 1)))
  const lens = scene.clear ? 'wave' : (scene.lens ?? 'state')
  return days.map((day) => {
    const shown = onDay(state, day)
    return { ...bareMapPicture(shown, lens, focusOfScene(shown, scene)), day }
  })
}
