import { simulate } from '../../engine/daily-model.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { timelineOf } from '../../engine/scenario-timeline.ts'
import type { Chain, Clearing, Scenario } from '../../model/chain.ts'
import type { LocalText } from '../../model/local-text.ts'
import { scenarioIdOf, type ClaimAnswer, type FieldValue, type Scene, type SceneAnswer } from '../../model/scenes.ts'
import { causesOf, type Played } from '../played.ts'
import { claimVerdict } from './claims.ts'
import { fieldSource, fieldValue, type FieldSource } from './fields.ts'

/** What stands between double braces. */
const FIELD = /\{\{\s*([^{}]+?)\s*\}\}/g

const textsOf = (text: LocalText | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : [text.zh ?? '', text.en ?? '']

/** Fields of some texts, each once, in order. */
export const fieldsIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(FIELD)].map((match) => match[1]!))),
]

/** The scenario of a scene with its own clearings; null where the chain has no such scenario. */
export function scenarioOfScene(chain: Chain, scene: Scene): Scenario | null {
  const scenario = chain.scenarios?.find(({ id }) => id === scenarioIdOf(scene))
  if (!scenario) return null
  return scene.clear ? scenarioWith(scenario, scene.clear) : scenario
}

/** A scenario with other days for some blocks. */
export function scenarioWith(scenario: Scenario, clear: readonly Clearing[]): Scenario {
  const others = (scenario.clear ?? []).filter(({ block }) => !clear.some((each) => each.block === block))
  return { ...scenario, clear: [...others, ...clear] }
}

/** Scenes of an equal key are read from the same run. */
export const runOfScene = (scene: Scene): string => JSON.stringify([scenarioIdOf(scene), scene.clear ?? []])

/**
 * Values of all fields and verdicts on all claims of the scenes, from runs of the daily model. Scenes of the same scenario share a run.
 * @returns one answer a scene, in their order; a scene without a scenario has unknown fields and unreadable claims
 */
export function answerScenes(
  chain: Chain,
  index: IndexedChain,
  scenes: readonly Scene[],
  progress: (done: number, total: number) => void,
): SceneAnswer[] {
  const runs = new Map<string, Played>()
  return scenes.map((scene, at) => {
    const source = sourceOf(chain, index, scene, runs)
    const answer = answerOf(scene, source)
    progress(at + 1, scenes.length)
    return answer
  })
}

function sourceOf(chain: Chain, index: IndexedChain, scene: Scene, runs: Map<string, Played>): FieldSource | null {
  const scenario = scenarioOfScene(chain, scene)
  if (!scenario) return null
  const key = runOfScene(scene)
  let played = runs.get(key)
  if (!played) {
    const timeline = timelineOf(chain, index, scenario)
    const run = simulate(index, timeline, { record: 'levels' })
    runs.set(key, (played = { index, timeline, run, causes: causesOf(chain, timeline) }))
  }
  return fieldSource(chain, scenario, played, scene.day)
}

function answerOf(scene: Scene, source: FieldSource | null): SceneAnswer {
  const texts = [...textsOf(scene.name), ...textsOf(scene.words), ...textsOf(scene.notes), ...(scene.claims ?? [])]
  const fields: Record<string, FieldValue> = Object.fromEntries(
    fieldsIn(texts).map((field) => [field, source ? fieldValue(source, field) : { kind: 'unknown' }]),
  )
  const claims = (scene.claims ?? []).map((claim): ClaimAnswer => ({ claim, verdict: claimVerdict(claim, fields) }))
  return { id: scene.id, fields, claims }
}
