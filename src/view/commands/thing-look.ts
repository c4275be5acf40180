import { foldBy, foldGroup, openFold } from '../fold-actions.ts'
import { filterBy, showAll, togglePicked } from '../follow-actions.ts'
import { enterprisesOf } from '../map-thing.ts'
import { isFiltering } from '../../model/filter.ts'
import type { ThingAction } from './thing-action.ts'

const add = (to: readonly string[], more: readonly string[]): readonly string[] => [...new Set([...to, ...more])]

/** What is in sight, and how. */
export const LOOK_ACTIONS: readonly ThingAction[] = [
  {
    id: 'unfoldThis',
    name: 'unfoldThis',
    keys: 'Enter',
    on: ['fold'],
    part: 'look',
    isPossible: (_, thing) => thing.kind === 'fold' && thing.key !== null,
    run: ({ stores }, thing) => thing.kind === 'fold' && thing.key !== null && openFold(stores, thing.key),
  },
  {
    id: 'foldThese',
    name: 'foldThese',
    on: ['picked'],
    part: 'look',
    isPossible: (_, thing) => thing.kind === 'picked' && thing.ids.length > 1,
    run: ({ stores }, thing) => foldGroup(stores, enterprisesOf(stores, thing)),
  },
  {
    id: 'toggleMark',
    name: 'toggleMark',
    keys: 'X',
    on: ['enterprise', 'fold'],
    part: 'look',
    run: ({ stores }, thing) => togglePicked(stores, enterprisesOf(stores, thing)),
  },
  {
    id: 'hide',
    name: 'hide',
    on: ['enterprise', 'supply', 'fold', 'picked'],
    part: 'look',
    run: ({ stores }, thing) => {
      const { filter } = stores.session.getState()
      if (thing.kind === 'supply') filterBy(stores, { hiddenLinks: add(filter.hiddenLinks, [thing.id]) })
      else filterBy(stores, { hidden: add(filter.hidden, enterprisesOf(stores, thing)) })
      stores.session.setState({ selection: null, picked: [] })
    },
  },
  {
    id: 'onlyThese',
    name: 'onlyThese',
    on: ['picked', 'fold'],
    part: 'look',
    run: ({ stores }, thing) => {
      filterBy(stores, { only: enterprisesOf(stores, thing) })
      stores.session.setState({ picked: [] })
    },
  },
  {
    id: 'pin',
    name: 'pin',
    on: ['enterprise', 'picked'],
    part: 'look',
    isPossible: ({ stores }, thing) => !isPinned(stores.session.getState().pinned, enterprisesOf(stores, thing)),
    run: ({ stores }, thing) =>
      stores.session.setState(({ pinned }) => ({ pinned: add(pinned, enterprisesOf(stores, thing)) })),
  },
  {
    id: 'unpin',
    name: 'unpin',
    on: ['enterprise', 'picked'],
    part: 'look',
    isPossible: ({ stores }, thing) =>
      enterprisesOf(stores, thing).some((id) => stores.session.getState().pinned.includes(id)),
    run: ({ stores }, thing) => {
      const gone = enterprisesOf(stores, thing)
      stores.session.setState(({ pinned }) => ({ pinned: pinned.filter((id) => !gone.includes(id)) }))
    },
  },
  {
    id: 'unpick',
    name: 'unpick',
    keys: 'Esc',
    on: ['picked'],
    part: 'look',
    run: ({ stores }) => stores.session.setState({ picked: [] }),
  },
  {
    id: 'showAll',
    name: 'showAll',
    on: ['map'],
    part: 'look',
    isPossible: ({ stores }) => isFiltering(stores.session.getState().filter),
    run: ({ stores }) => showAll(stores),
  },
  {
    id: 'unfoldAll',
    name: 'unfold',
    on: ['fold'],
    part: 'look',
    run: ({ stores }) => foldBy(stores, 'none'),
  },
]

const isPinned = (pinned: readonly string[], ids: readonly string[]): boolean => ids.every((id) => pinned.includes(id))
