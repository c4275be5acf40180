import type { Command } from './command.ts'

export const HANDOUT_COMMANDS: readonly Command[] = [
  { id: 'handout', name: 'handout', run: ({ stores }) => stores.session.setState({ table: 'handout' }) },
  { id: 'lists', name: 'lists', run: ({ stores }) => stores.session.setState({ table: 'lists' }) },
  { id: 'mask', name: 'mask', run: ({ stores }) => stores.session.setState({ table: 'mask' }) },
  { id: 'share', name: 'share', run: ({ stores }) => stores.session.setState({ table: 'share' }) },
]
