import { foldBy } from '../fold-actions.ts'
import type { Command } from './command.ts'

const RULES = ['auto', 'region', 'stageRegion', 'industry', 'list', 'matters'] as const

export const FOLD_COMMANDS: readonly Command[] = [
  { id: 'folds', name: 'folds', run: ({ stores }) => stores.session.setState({ table: 'folds' }) },
  { id: 'regions', name: 'regions', run: ({ stores }) => stores.session.setState({ table: 'regions' }) },
  { id: 'foldByStage', name: 'foldByStage', run: ({ stores }) => foldBy(stores, 'stage') },
  ...RULES.map((rule): Command => ({
    id: `foldBy-${rule}`,
    name: `foldBy_${rule}`,
    run: ({ stores }) => foldBy(stores, rule),
  })),
  { id: 'unfold', name: 'unfold', run: ({ stores }) => foldBy(stores, 'none') },
]
