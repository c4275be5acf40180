import { customersOf, suppliersOf } from '../../analysis/trace-rows.ts'
import type { TraceDirection } from '../../state/session.ts'
import type { Stores } from '../../state/stores.ts'
import { traceFrom } from '../follow-actions.ts'
import { enterprisesOf, type MapThing } from '../map-thing.ts'
import { rowOf } from '../../analysis/row-of.ts'
import type { ThingAction } from './thing-action.ts'

const TRACES = [
  { name: 'traceUpstream', direction: 'upstream', keys: 'U' },
  { name: 'traceDownstream', direction: 'downstream', keys: 'D' },
  { name: 'traceBoth', direction: 'both' },
] as const satisfies readonly { name: string; direction: TraceDirection; keys?: string }[]

/** A link is followed from its supplier upstream and from its customer downstream. */
function startsOf(stores: Stores, thing: MapThing, direction: TraceDirection): readonly string[] {
  const ids = enterprisesOf(stores, thing)
  if (thing.kind !== 'supply' || direction === 'both') return ids
  return direction === 'upstream' ? ids.slice(0, 1) : ids.slice(1)
}

/** The enterprise with its suppliers and its customers. */
function neighbours({ computed }: Stores, ids: readonly string[]): readonly string[] {
  const index = computed.getState().structure?.index
  if (!index) return ids
  const rows = ids.map((id) => rowOf(index, id)).filter((row) => row >= 0)
  const all = new Set(rows.flatMap((row) => [row, ...suppliersOf(index, row), ...customersOf(index, row)]))
  return [...all].map((row) => index.enterpriseIds[row]!)
}

const lookForRoutes = ({ session }: Stores, from: string, to: string | null): void =>
  session.setState({ routes: { from, to, order: 'shortest', lit: null }, trace: null, lit: null, selection: null })

export const FOLLOW_ACTIONS: readonly ThingAction[] = [
  ...TRACES.map(({ name, direction, ...keys }): ThingAction => ({
    id: name,
    name,
    ...keys,
    on: ['enterprise', 'supply', 'fold', 'picked'],
    part: 'follow',
    isPossible: ({ stores }, thing) => startsOf(stores, thing, direction).length > 0,
    run: ({ stores }, thing) => traceFrom(stores, startsOf(stores, thing, direction), direction),
  })),
  {
    id: 'routesFrom',
    name: 'routesFrom',
    on: ['enterprise'],
    part: 'follow',
    run: ({ stores }, thing) => thing.kind === 'enterprise' && lookForRoutes(stores, thing.id, null),
  },
  {
    id: 'routesBetween',
    name: 'routesBetween',
    on: ['supply', 'picked'],
    part: 'follow',
    isPossible: ({ stores }, thing) => enterprisesOf(stores, thing).length === 2,
    run: ({ stores }, thing) => {
      const [from, to] = enterprisesOf(stores, thing)
      if (from !== undefined && to !== undefined) lookForRoutes(stores, from, to)
    },
  },
  {
    id: 'pickNeighbours',
    name: 'pickNeighbours',
    on: ['enterprise', 'picked', 'fold'],
    part: 'follow',
    run: ({ stores }, thing) =>
      stores.session.setState({ picked: neighbours(stores, enterprisesOf(stores, thing)), selection: null }),
  },
  {
    id: 'pickInside',
    name: 'pickInside',
    on: ['fold'],
    part: 'follow',
    isPossible: (_, thing) => thing.kind === 'fold' && thing.members.length > 0,
    run: ({ stores }, thing) => thing.kind === 'fold' && stores.session.setState({ picked: thing.members }),
  },
  {
    id: 'selectSupplier',
    name: 'selectSupplier',
    on: ['supply'],
    part: 'follow',
    run: ({ stores }, thing) => selectEnd(stores, thing, 0),
  },
  {
    id: 'selectCustomer',
    name: 'selectCustomer',
    on: ['supply'],
    part: 'follow',
    run: ({ stores }, thing) => selectEnd(stores, thing, 1),
  },
]

function selectEnd(stores: Stores, thing: MapThing, end: 0 | 1): void {
  const id = enterprisesOf(stores, thing)[end]
  if (id !== undefined) stores.session.setState({ selection: { kind: 'enterprise', id } })
}
