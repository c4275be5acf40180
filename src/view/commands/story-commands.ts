import type { Command } from './command.ts'

/** Two futures, the story, and telling it. */
export const STORY_COMMANDS: readonly Command[] = [
  { id: 'present', name: 'present', keys: 'P', run: ({ stores }) => stores.session.setState({ dialog: 'present' }) },
  { id: 'scenes', name: 'scenes', run: ({ stores }) => stores.session.setState({ table: 'scenes' }) },
  { id: 'compare', name: 'compare', run: ({ stores }) => stores.session.setState({ table: 'compare' }) },
]
