import { textIn, type Language } from '../../model/local-text.ts'
import { scenesOf, type Scene } from '../../model/scenes.ts'
import { editDocument } from '../document.ts'
import { lookedAt } from '../looked-at.ts'
import { shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'

/** The view as a scene would keep it. */
function viewOfScene({ document, session }: Stores): Omit<Scene, 'id' | 'name' | 'words'> {
  const { chain } = document.getState()
  const state = session.getState()
  const { scenarioId, day, lens, camera } = state
  return {
    scenario: shownScenario(chain, scenarioId)?.id ?? '',
    day,
    lens,
    ...(camera && { camera }),
    ...lookedAt(chain, state),
  }
}

/** Changes the story as one step of the history; rows of a shape that is not ours stay behind it. */
function editStory(stores: Stores, named: Scene, change: (scenes: readonly Scene[]) => readonly Scene[]): void {
  const scene = textIn(named.name, stores.session.getState().language)
  editDocument(stores.document, { name: 'scenes', values: { scene } }, (draft) => {
    const { chain } = stores.document.getState()
    const own = new Set<unknown>(scenesOf(chain))
    const others = (chain.scenes ?? []).filter((each) => !own.has(each))
    draft.scenes = [...change(scenesOf(chain)), ...others] as unknown[]
  })
}

/** An id that no scene has. */
function freeId(scenes: readonly Scene[]): string {
  const taken = new Set(scenes.map(({ id }) => id))
  let number = scenes.length + 1
  while (taken.has(`scene-${number}`)) number++
  return `scene-${number}`
}

/** Puts the present view at the end of the story. @returns its id */
export function takeScene(stores: Stores, name: Readonly<Record<Language, string>>): string {
  const id = freeId(scenesOf(stores.document.getState().chain))
  const scene: Scene = { id, name, words: { zh: '', en: '' }, ...viewOfScene(stores) }
  editStory(stores, scene, (scenes) => [...scenes, scene])
  return id
}

/** Gives a scene the present view; its words and claims stay. */
export function retakeScene(stores: Stores, { id, name, words, notes, claims }: Scene): void {
  const scene: Scene = { id, name, words, ...(notes && { notes }), ...viewOfScene(stores), ...(claims && { claims }) }
  changeScene(stores, scene)
}

export function changeScene(stores: Stores, scene: Scene): void {
  editStory(stores, scene, (scenes) => scenes.map((each) => (each.id === scene.id ? scene : each)))
}

/** Moves a scene to a place in the order, 0 = first. */
export function moveScene(stores: Stores, scene: Scene, place: number): void {
  editStory(stores, scene, (scenes) => {
    const others = scenes.filter(({ id }) => id !== scene.id)
    return others.toSpliced(Math.max(0, Math.min(others.length, place)), 0, scene)
  })
}

export function duplicateScene(stores: Stores, scene: Scene, name: Readonly<Record<Language, string>>): string {
  const id = freeId(scenesOf(stores.document.getState().chain))
  editStory(stores, scene, (scenes) =>
    scenes.flatMap((each) => (each.id === scene.id ? [each, { ...each, id, name }] : [each])),
  )
  return id
}

export function removeScene(stores: Stores, scene: Scene): void {
  editStory(stores, scene, (scenes) => scenes.filter(({ id }) => id !== scene.id))
}
