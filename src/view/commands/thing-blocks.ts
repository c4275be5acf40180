import { explain } from '../../analysis/explain.ts'
import { severityOn } from '../../engine/forces.ts'
import { removeBlock } from '../../state/actions/remove-block.ts'
import { unclearBlock } from '../../state/actions/unclear-block.ts'
import { blockById, clearedOn, shownScenario } from '../../state/selectors.ts'
import type { Stores } from '../../state/stores.ts'
import { clearOnShownDay, clearTogether } from '../block-actions.ts'
import { enterprisesOf, type MapThing } from '../map-thing.ts'
import { blockToClear } from '../presentation/block-to-clear.ts'
import { rowOf } from '../../analysis/row-of.ts'
import { shownDayOf } from '../shown-day.ts'
import type { ThingAction } from './thing-action.ts'

/** Blocks in force on the shown day on these enterprises, their markets, and the links from them; of a link, on itself. */
export function openBlocks(stores: Stores, thing: MapThing): readonly string[] {
  const shown = shownDayOf(stores)
  if (!shown) return []
  if (thing.kind === 'block') return [thing.id]
  const { index, timeline } = shown.outcome.played
  const inForce = timeline.blocks.filter((block) => severityOn(block, shown.day) > 0)
  if (thing.kind === 'supply')
    return inForce.filter(({ kind, row }) => kind === 'link' && index.linkIds[row] === thing.id).map(({ id }) => id)
  const rows = new Set(enterprisesOf(stores, thing).map((id) => rowOf(index, id)))
  return inForce.filter(({ kind, row }) => rows.has(kind === 'link' ? index.linkFrom[row]! : row)).map(({ id }) => id)
}

/** The block that "clear" means here, or null. */
function nearestBlock(stores: Stores, thing: MapThing): string | null {
  const shown = shownDayOf(stores)
  if (!shown || (thing.kind !== 'enterprise' && thing.kind !== 'supply')) return null
  const { index } = shown.outcome.played
  const row = thing.kind === 'supply' ? index.linkIds.indexOf(thing.id) : rowOf(index, thing.id)
  return row < 0 ? null : blockToClear(shown, { kind: thing.kind, row })
}

/** Enterprises on the ways from one that is held to the blocks that hold it. */
function waysToBlocks(stores: Stores, thing: MapThing): readonly string[] {
  const shown = shownDayOf(stores)
  const [id] = enterprisesOf(stores, thing)
  if (!shown || id === undefined) return []
  const { index } = shown.outcome.played
  const row = rowOf(index, id)
  if (row < 0) return []
  const roots = explain(shown.outcome.played, row, shown.day).roots
  const rows = roots.flatMap((root) => [
    ...root.steps.map((step) => step.row),
    ...(root.kind === 'loop' ? root.members : []),
  ])
  return [...new Set([row, ...rows])].map((each) => index.enterpriseIds[each]!)
}

const isCleared = ({ document, session }: Stores, thing: MapThing): boolean => {
  const scenario = shownScenario(document.getState().chain, session.getState().scenarioId)
  return scenario !== null && thing.kind === 'block' && clearedOn(scenario, thing.id) !== null
}

const select = ({ session }: Stores, thing: MapThing): void => {
  if (thing.kind !== 'picked' && thing.kind !== 'map')
    session.setState({ selection: { kind: thing.kind, id: thing.id } })
}

export const BLOCK_ACTIONS: readonly ThingAction[] = [
  {
    id: 'clearNearest',
    name: 'clearNearest',
    keys: 'C',
    on: ['enterprise', 'supply'],
    part: 'blocks',
    isPossible: ({ stores }, thing) => nearestBlock(stores, thing) !== null,
    run: ({ stores }, thing) => {
      const block = nearestBlock(stores, thing)
      if (block !== null) clearOnShownDay(stores, block)
    },
  },
  {
    id: 'clearThis',
    name: 'clearNearest',
    on: ['block'],
    part: 'blocks',
    isPossible: ({ stores }, thing) => !isCleared(stores, thing),
    run: ({ stores }, thing) => thing.kind === 'block' && clearOnShownDay(stores, thing.id),
  },
  {
    id: 'takeBack',
    name: 'takeBack',
    on: ['block'],
    part: 'blocks',
    isPossible: ({ stores }, thing) => isCleared(stores, thing),
    run: ({ stores }, thing) => thing.kind === 'block' && unclearBlock(stores, thing.id),
  },
  {
    id: 'clearAll',
    name: 'clearAll',
    on: ['picked', 'fold'],
    part: 'blocks',
    isPossible: ({ stores }, thing) => openBlocks(stores, thing).length > 0,
    run: ({ stores }, thing) => clearTogether(stores, openBlocks(stores, thing)),
  },
  {
    id: 'setBlock',
    name: 'setBlock',
    keys: 'B',
    on: ['enterprise', 'supply'],
    part: 'blocks',
    run: ({ stores }, thing) => {
      if (thing.kind === 'enterprise') stores.session.setState({ form: { enterprise: thing.id } })
      if (thing.kind === 'supply') stores.session.setState({ form: { supply: thing.id } })
    },
  },
  {
    id: 'setBlocks',
    name: 'setBlocks',
    on: ['picked', 'fold'],
    part: 'blocks',
    isPossible: ({ stores }, thing) => enterprisesOf(stores, thing).length > 0,
    run: ({ stores }, thing) => stores.session.setState({ form: { enterprises: enterprisesOf(stores, thing) } }),
  },
  {
    id: 'changeBlock',
    name: 'changeBlock',
    on: ['block'],
    part: 'blocks',
    run: ({ stores }, thing) => thing.kind === 'block' && stores.session.setState({ form: { block: thing.id } }),
  },
  {
    id: 'assign',
    name: 'assign',
    on: ['enterprise', 'supply', 'block', 'picked', 'fold'],
    part: 'blocks',
    isPossible: ({ stores }, thing) => openBlocks(stores, thing).length > 0,
    run: ({ stores }, thing) => stores.session.setState({ assigning: openBlocks(stores, thing) }),
  },
  {
    id: 'why',
    name: 'why',
    on: ['enterprise'],
    part: 'blocks',
    isPossible: ({ stores }, thing) => waysToBlocks(stores, thing).length > 1 || openBlocks(stores, thing).length > 0,
    run: ({ stores }, thing) => {
      select(stores, thing)
      stores.session.setState({ lit: waysToBlocks(stores, thing), trace: null, routes: null })
    },
  },
  {
    id: 'selectBlocked',
    name: 'selectBlocked',
    on: ['block'],
    part: 'look',
    run: ({ stores }, thing) => {
      const [id] = enterprisesOf(stores, thing)
      if (id !== undefined) stores.session.setState({ selection: { kind: 'enterprise', id } })
    },
  },
  {
    id: 'removeBlock',
    name: 'removeBlock',
    on: ['block'],
    part: 'edit',
    isPossible: ({ stores }, thing) =>
      thing.kind === 'block' && blockById(stores.document.getState().chain, thing.id) !== undefined,
    run: ({ stores }, thing) => {
      if (thing.kind !== 'block') return
      removeBlock(stores, thing.id)
      stores.session.setState({ selection: null })
    },
  },
]
