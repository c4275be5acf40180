import type { Command } from './command.ts'

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
]
