import type { Lens } from '../../analysis/picture/card-figure.ts'
import type { AppContextValue } from '../app-context.ts'
import type { Command } from './command.ts'

const LENSES = {
  lensState: 'state',
  lensWave: 'wave',
  lensDifference: 'difference',
  lensObserved: 'observed',
} as const satisfies Record<string, Lens>

/** Whether a lens has something to show. */
function hasLens({ stores }: AppContextValue, lens: Lens): boolean {
  const { outcome } = stores.computed.getState()
  if (lens === 'observed') return (outcome?.chain.observations ?? []).length > 0
  return lens === 'state' || (outcome?.wave ?? null) !== null
}

/** Goes so many days on; the run's ends hold. */
function step({ stores }: AppContextValue, days: number): void {
  const last = (stores.computed.getState().outcome?.played.run.days ?? 1) - 1
  stores.session.setState(({ day }) => ({
    day: Math.max(0, Math.min(last, day + days)),
    isPlaying: false,
    waveFrom: null,
  }))
}

/** What the map shows, and of which day. */
export const MAP_COMMANDS: readonly Command[] = [
  ...Object.entries(LENSES).map(([name, lens]): Command => ({
    id: name,
    name: name as keyof typeof LENSES,
    run: ({ stores }) => stores.session.setState({ lens }),
    isPossible: (app) => hasLens(app, lens),
  })),
  {
    id: 'play',
    name: 'play',
    keys: 'Space',
    run: ({ stores }) => stores.session.setState(({ isPlaying }) => ({ isPlaying: !isPlaying, waveFrom: null })),
  },
  { id: 'dayBack', name: 'dayBack', keys: '[', run: (app) => step(app, -1) },
  { id: 'dayForward', name: 'dayForward', keys: ']', run: (app) => step(app, 1) },
  {
    id: 'fit',
    name: 'fit',
    keys: 'F',
    run: ({ map }) => map.current?.fit(),
  },
  { id: 'zoomIn', name: 'zoomIn', run: ({ map }) => map.current?.zoomBy(1.25) },
  { id: 'zoomOut', name: 'zoomOut', run: ({ map }) => map.current?.zoomBy(0.8) },
  { id: 'legend', name: 'legend', keys: 'L', run: () => document.getElementById('legend')?.focus() },
  {
    id: 'rearrange',
    name: 'rearrange',
    run: ({ stores }) => stores.session.setState({ moved: {} }),
    isPossible: ({ stores }) => Object.keys(stores.session.getState().moved).length > 0,
  },
  {
    id: 'clearTrace',
    name: 'clearTrace',
    keys: 'Esc',
    run: ({ stores }) => stores.session.setState({ trace: null, routes: null, lit: null, selection: null }),
    isPossible: ({ stores }) =>
      stores.session.getState().trace !== null || stores.session.getState().selection !== null,
  },
  {
    id: 'foldList',
    name: 'foldList',
    run: ({ stores }) => stores.session.setState(({ folded }) => ({ folded: { ...folded, left: !folded.left } })),
  },
]
