import type { DocumentState } from '../state/document.ts'
import type { Stores } from '../state/stores.ts'
import { isStep, readView, viewOf, type ViewState } from '../state/view-state.ts'

interface Kept {
  readonly origin: string
  readonly view: ViewState
}

const originOf = ({ origin }: DocumentState): string => (origin.kind === 'file' ? `file ${origin.name}` : origin.id)

/**
 * Back and Forward of the browser go through the steps that mean something: another scenario, selection, trace, lens or sheet. Days
 * that are played and a map that is moved change the present step only.
 */
export function startNavigation({ document, session }: Stores): () => void {
  let last = viewOf(session.getState())
  let isReturning = false
  const kept = (): Kept => ({ origin: originOf(document.getState()), view: last })
  history.replaceState(kept(), '')
  const stop = session.subscribe((state) => {
    const now = viewOf(state)
    const wasStep = isStep(last, now)
    last = now
    if (isReturning) return
    if (wasStep) history.pushState(kept(), '', location.pathname + location.search)
    else keepQuietly()
  })
  let timer = 0
  const keepQuietly = (): void => {
    clearTimeout(timer)
    timer = window.setTimeout(() => history.replaceState(kept(), ''), 300)
  }
  const hear = ({ state }: PopStateEvent): void => {
    const { origin, view } = (state ?? {}) as Partial<Kept>
    // A view of another chain does not fit the open one.
    if (origin !== originOf(document.getState())) return
    clearTimeout(timer)
    isReturning = true
    session.setState({ ...readView(view), isPlaying: false, waveFrom: null })
    isReturning = false
  }
  addEventListener('popstate', hear)
  return () => {
    stop()
    removeEventListener('popstate', hear)
  }
}
