import { foldBy } from '../fold-actions.ts'
import type { Command } from './command.ts'

export const FOLD_COMMANDS: readonly Command[] = [
  { id: 'folds', name: 'folds', run: ({ stores }) => stores.session.setState({ table: 'folds' }) },
  { id: 'regions', name: 'regions', run: ({ stores }) => stores.session.setState({ table: 'regions' }) },
  { id: 'foldByStage', name: 'foldByStage', run: ({ stores }) => foldBy(stores, 'stage') },
  { id: 'unfold', name: 'unfold', run: ({ stores }) => foldBy(stores, 'none') },
]
