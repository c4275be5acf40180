import type { Command } from './command.ts'

export const HANDOUT_COMMANDS: readonly Command[] = [
  { id: 'handout', name: 'handout', run: ({ stores }) => stores.session.setState({ table: 'handout' }) },
  { id: 'share', name: 'share', run: ({ stores }) => stores.session.setState({ table: 'share' }) },
]
