import { traceOf } from '../../analysis/trace-rows.ts'
import { scenarioOfScene } from '../../analysis/scenes/answer-scenes.ts'
import type { Chain } from '../../model/chain.ts'
import type { Language } from '../../model/local-text.ts'
import type { Scene } from '../../model/scenes.ts'
import { handoutState, onDay, type HandoutState } from '../handout-state.ts'
import { bareMapPicture } from '../picture/map-picture.ts'
import type { Picture } from '../picture/marks.ts'

/** Pictures of a scene that is played: so many at most, first and last day always among them. */
const FRAMES = 12

/** The scene's run; null where the chain has no such scenario. */
export function stateOfScene(chain: Chain, scene: Scene, language: Language): HandoutState | null {
  const scenario = scenarioOfScene(chain, scene)
  if (!scenario) return null
  const day = Math.min(scene.day, scenario.days - 1)
  return handoutState({ chain: { ...chain, scenarios: [scenario] }, scenarioId: scenario.id, day, language })
}

/** The map on the days that the scene shows, in order; one where nothing is played. */
export function scenePictures(state: HandoutState, scene: Scene): readonly (Picture & { readonly day: number })[] {
  const first = Math.min(scene.play?.from ?? state.day, state.day)
  const span = state.day - first
  const count = Math.min(FRAMES, span + 1)
  const days = Array.from({ length: count }, (_, at) => first + Math.round((at * span) / Math.max(1, count - 1)))
  const lit = litRows(state, scene)
  return days.map((day) => ({ ...bareMapPicture(onDay(state, day), scene.lens ?? 'state', lit), day }))
}

/** Rows that stand out: those named, or a trace; null = all. */
function litRows({ index }: HandoutState, { lit, trace, selection }: Scene): ReadonlySet<number> | null {
  const rowOf = (id: string): number => index.enterpriseIds.indexOf(id)
  if (trace) {
    const starts = [trace.enterprise, ...(trace.also ?? [])].map(rowOf).filter((row) => row >= 0)
    const { direction, steps = Infinity } = trace
    return starts.length === 0 ? null : traceOf(index, { starts, direction, steps }).rows
  }
  const named = lit ?? (selection?.kind === 'enterprise' ? [selection.id] : [])
  const rows = named.map(rowOf).filter((row) => row >= 0)
  return rows.length > 0 ? new Set(rows) : null
}
