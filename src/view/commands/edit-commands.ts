import type { Command } from './command.ts'

/** Besides those that have actions of their own. */
const OTHER_TABLES = ['inputs', 'stages', 'scenarios', 'observations', 'sources'] as const

export const EDIT_COMMANDS: readonly Command[] = [
  { id: 'history', name: 'history', run: ({ stores }) => stores.session.setState({ table: 'history' }) },
  {
    id: 'addEnterprise',
    name: 'addEnterprise',
    run: ({ stores }) => stores.session.setState({ edit: { table: 'enterprises' } }),
  },
  {
    id: 'addSupply',
    name: 'addSupply',
    run: ({ stores }) => stores.session.setState({ edit: { table: 'supplies' } }),
  },
  { id: 'editTables', name: 'editTables', run: ({ stores }) => stores.session.setState({ table: 'supplies' }) },
  ...OTHER_TABLES.map((table): Command => ({
    id: `table-${table}`,
    name: `table_${table}`,
    run: ({ stores }) => stores.session.setState({ table }),
  })),
  ...OTHER_TABLES.map((table): Command => ({
    id: `add-${table}`,
    name: `add_${table}`,
    run: ({ stores }) => stores.session.setState({ edit: { table } }),
  })),
]
