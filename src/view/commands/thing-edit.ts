import type { NotePlace } from '../../model/notes.ts'
import { enterprisesOf, type MapThing } from '../map-thing.ts'
import { removeThing, rowInTable } from '../panels/edit/remove-thing.ts'
import type { ThingAction } from './thing-action.ts'

/** What a note on it is pinned to; null = nothing. */
function notePlace(thing: MapThing): NotePlace | null {
  switch (thing.kind) {
    case 'enterprise':
      return { enterprise: thing.id }
    case 'supply':
      return { supply: thing.id }
    case 'block':
      return { block: thing.id }
    case 'map':
      return thing.at && { x: Math.round(thing.at.x), y: Math.round(thing.at.y) }
    case 'fold':
    case 'picked':
      return null
  }
}

export const EDIT_ACTIONS: readonly ThingAction[] = [
  {
    id: 'addNote',
    name: 'addNote',
    on: ['enterprise', 'supply', 'block', 'map'],
    part: 'edit',
    isPossible: (_, thing) => notePlace(thing) !== null,
    run: ({ stores }, thing) => {
      const at = notePlace(thing)
      if (at) stores.session.setState({ note: { at } })
    },
  },
  {
    id: 'editThis',
    name: 'editThis',
    on: ['enterprise', 'supply'],
    part: 'edit',
    run: ({ stores }, thing) => {
      const place = rowInTable(stores, thing)
      if (place) stores.session.setState({ edit: place })
    },
  },
  {
    id: 'addSupplier',
    name: 'addSupplier',
    on: ['enterprise'],
    part: 'edit',
    run: ({ stores }, thing) =>
      thing.kind === 'enterprise' && stores.session.setState({ edit: { table: 'supplies', values: { to: thing.id } } }),
  },
  {
    id: 'addCustomer',
    name: 'addCustomer',
    on: ['enterprise'],
    part: 'edit',
    run: ({ stores }, thing) =>
      thing.kind === 'enterprise' &&
      stores.session.setState({ edit: { table: 'supplies', values: { from: thing.id } } }),
  },
  {
    id: 'linkFrom',
    name: 'linkFrom',
    on: ['enterprise'],
    part: 'edit',
    run: ({ stores }, thing) =>
      thing.kind === 'enterprise' && stores.session.setState({ linking: thing.id, selection: null }),
  },
  {
    id: 'exportThese',
    name: 'exportThese',
    on: ['picked', 'fold'],
    part: 'edit',
    run: ({ stores, commands }, thing) => void commands.handOn('workbook', enterprisesOf(stores, thing)),
  },
  {
    id: 'removeThis',
    name: 'removeThis',
    on: ['enterprise', 'supply'],
    part: 'edit',
    run: ({ stores }, thing) => void removeThing(stores, thing),
  },
]
