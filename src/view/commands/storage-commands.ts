import type { Command } from './command.ts'

export const STORAGE_COMMANDS: readonly Command[] = [
  { id: 'save', name: 'save', keys: 'Ctrl S', run: ({ commands }) => void commands.save() },
  { id: 'storage', name: 'storage', run: ({ stores }) => stores.session.setState({ table: 'storage' }) },
  { id: 'recovery', name: 'recovery', run: ({ stores }) => stores.session.setState({ table: 'recovery' }) },
]
