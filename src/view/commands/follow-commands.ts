import type { AppContextValue } from '../app-context.ts'
import { goToNextBlock } from '../block-actions.ts'
import { filterBy, goAlong, pickAll } from '../follow-actions.ts'
import type { Command } from './command.ts'

const hasTrace = ({ stores }: AppContextValue): boolean => stores.session.getState().trace !== null

/** Changes how many steps a trace goes; null = as far as it goes. */
function changeSteps({ stores }: AppContextValue, change: (steps: number) => number | null): void {
  stores.session.setState(({ trace }) => {
    if (!trace) return {}
    const { steps, ...rest } = trace
    const next = change(steps ?? 0)
    return { trace: next === null || next < 1 ? rest : { ...rest, steps: next } }
  })
}

/** Finding and following, as far as it is not done with a thing. */
export const FOLLOW_COMMANDS: readonly Command[] = [
  {
    id: 'search',
    name: 'search',
    keys: '/',
    run: () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
  },
  {
    id: 'back',
    name: 'back',
    keys: 'Alt ←',
    run: ({ stores }) => goAlong(stores, -1),
    isPossible: ({ stores }) => stores.session.getState().trail.visited.length > 0,
  },
  {
    id: 'forward',
    name: 'forward',
    keys: 'Alt →',
    run: ({ stores }) => goAlong(stores, 1),
    isPossible: ({ stores }) => {
      const { visited, at } = stores.session.getState().trail
      return at < visited.length - 1
    },
  },
  { id: 'nextBlock', name: 'nextBlock', keys: 'N', run: ({ stores }) => goToNextBlock(stores) },
  {
    id: 'moreSteps',
    name: 'moreSteps',
    isPossible: hasTrace,
    run: (app) => changeSteps(app, (steps) => steps + 1),
  },
  {
    id: 'fewerSteps',
    name: 'fewerSteps',
    isPossible: ({ stores }) => (stores.session.getState().trace?.steps ?? 1) > 1,
    run: (app) => changeSteps(app, (steps) => steps - 1),
  },
  {
    id: 'allSteps',
    name: 'allSteps',
    isPossible: ({ stores }) => stores.session.getState().trace?.steps !== undefined,
    run: (app) => changeSteps(app, () => null),
  },
  {
    id: 'filter',
    name: 'filter',
    run: ({ stores }) => stores.session.setState(({ isFilterOpen }) => ({ isFilterOpen: !isFilterOpen })),
  },
  {
    id: 'fadeOrHide',
    name: 'fadeOrHide',
    run: ({ stores }) => filterBy(stores, { way: stores.session.getState().filter.way === 'hide' ? 'fade' : 'hide' }),
  },
  { id: 'pickAll', name: 'pickAll', keys: 'Ctrl A', run: ({ stores }) => pickAll(stores) },
  {
    id: 'lasso',
    name: 'lasso',
    run: ({ stores }) => stores.session.setState(({ tool }) => ({ tool: tool === 'lasso' ? 'move' : 'lasso' })),
  },
  { id: 'placeNote', name: 'placeNote', run: ({ stores }) => stores.session.setState({ tool: 'note' }) },
  { id: 'notes', name: 'notes', run: ({ stores }) => stores.session.setState({ table: 'notes' }) },
]
