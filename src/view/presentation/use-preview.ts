import { useEffect } from 'react'
import { waveOf, type Wave } from '../../analysis/wave.ts'
import { timelineOf } from '../../engine/scenario-timeline.ts'
import { useApp, useComputed, useSession } from '../app-context.ts'
import type { ShownDay } from '../shown-day.ts'

/** The pointer must rest on a row this long before its wave is computed, ms. */
const RESTS = 120

/** The wave that the clearings pointed at in the analysis would cause, against the run on screen; null while none is pointed at. */
export function usePreview({ outcome }: ShownDay): Wave | null {
  const { previewer, stores } = useApp()
  const preview = useSession((state) => state.preview)
  const found = useComputed((state) => state.preview)
  useEffect(() => {
    if (!preview) return
    const { chain, scenario, played } = outcome
    const named = new Set(preview.map(({ block }) => block))
    const kept = (scenario.clear ?? []).filter(({ block }) => !named.has(block))
    const timeline = timelineOf(chain, played.index, { ...scenario, clear: [...kept, ...preview] })
    let cancel = () => {}
    const timer = setTimeout(() => {
      const job = previewer.start('levels', { index: played.index, timeline })
      cancel = job.cancel
      job.result.then(
        (run) => stores.computed.setState({ preview: { clearings: preview, run, wave: waveOf(run, played.run) } }),
        () => {},
      )
    }, RESTS)
    return () => {
      clearTimeout(timer)
      cancel()
    }
  }, [preview, outcome, previewer, stores])
  return found && found.clearings === preview ? found.wave : null
}
