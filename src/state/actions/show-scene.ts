import { NO_FILTER } from '../../model/filter.ts'
import { OBSERVED_DAYS, scenarioIdOf, type ComparedPair, type Scene } from '../../model/scenes.ts'
import type { Stores } from '../stores.ts'

/** What the scenario of a scene is held against; B, if a scenario, is the one that is shown. */
const againstOf = ({ compare }: Scene): ComparedPair | null =>
  compare ? (compare.b === OBSERVED_DAYS ? { a: compare.a, b: compare.b } : { a: compare.a }) : null

/** Shows what a scene shows. @param day where to begin; a scene that plays begins earlier than it ends */
export function showScene({ session }: Stores, scene: Scene, day: number = scene.day): void {
  session.setState({
    scenarioId: scenarioIdOf(scene),
    day,
    lens: scene.compare ? 'difference' : (scene.lens ?? 'state'),
    against: againstOf(scene),
    swipe: scene.compare?.swipe ?? null,
    camera: scene.camera ?? null,
    selection: scene.selection ?? null,
    trace: scene.trace ?? null,
    filter: scene.filter ?? NO_FILTER,
    lit: scene.lit ?? null,
    listDate: null,
    preview: scene.clear ? { clear: scene.clear } : null,
    isPlaying: false,
    waveFrom: null,
    sceneId: scene.id,
  })
}
