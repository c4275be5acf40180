import { useEffect } from 'react'
import { waveOf, type Wave } from '../../analysis/wave.ts'
import { timelineOf } from '../../engine/scenario-timeline.ts'
import type { Runner } from '../../analysis/runner.ts'
import type { Scenario } from '../../model/chain.ts'
import type { Outcome } from '../../state/computed.ts'
import { useApp, useComputed, useSession } from '../app-context.ts'
import type { ShownDay } from '../shown-day.ts'

/** The pointer must rest on a row this long before its wave is computed, ms. */
const RESTS = 120

/** Plays another scenario of the chain on screen, for its levels alone. */
export function startLevels(runner: Runner, { chain, played }: Outcome, scenario: Scenario) {
  const { index } = played
  return runner.start('levels', { index, timeline: timelineOf(chain, index, scenario) })
}

/** The wave that the clearings and deliveries pointed at in the analysis would cause, against the run on screen; null while none is pointed at. */
export function usePreview({ outcome }: ShownDay): Wave | null {
  const { previewer, stores } = useApp()
  const preview = useSession((state) => state.preview)
  const found = useComputed((state) => state.preview)
  useEffect(() => {
    if (!preview) return
    const { scenario, played } = outcome
    const { clear, deliver = [] } = preview
    const named = new Set(clear.map(({ block }) => block))
    const kept = (scenario.clear ?? []).filter(({ block }) => !named.has(block))
    const deliveries = [...(scenario.deliveries ?? []), ...deliver]
    let cancel = () => {}
    const timer = setTimeout(() => {
      const job = startLevels(previewer, outcome, { ...scenario, deliveries, clear: [...kept, ...clear] })
      cancel = job.cancel
      job.result.then(
        (run) => stores.computed.setState({ preview: { tried: preview, run, wave: waveOf(run, played.run) } }),
        () => {},
      )
    }, RESTS)
    return () => {
      clearTimeout(timer)
      cancel()
    }
  }, [preview, outcome, previewer, stores])
  return found && found.tried === preview ? found.wave : null
}
