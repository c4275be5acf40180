import { explain } from '../../analysis/explain.ts'
import { severityOn } from '../../engine/forces.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import type { ShownDay } from '../shown-day.ts'

/** Id of the block that "clear" means here: the target's own worst one in force, else the nearest root that holds it; or null. */
export function blockToClear({ outcome, day, view }: ShownDay, { kind, row }: MapTarget): string | null {
  const { timeline } = outcome.played
  if (kind === 'supply') {
    const own = timeline.blocks.find(
      (block) => block.kind === 'link' && block.row === row && severityOn(block, day) > 0,
    )
    return own?.id ?? null
  }
  const own = view.block[row]!
  if (own >= 0) return timeline.blocks[own]!.id
  const root = explain(outcome.played, row, day).roots.find(
    (candidate) => candidate.kind === 'block' && severityOn(timeline.blocks[candidate.block]!, day) > 0,
  )
  return root?.kind === 'block' ? timeline.blocks[root.block]!.id : null
}
