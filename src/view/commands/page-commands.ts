import { redo, undo } from '../../state/document.ts'
import type { Command } from './command.ts'

export const PAGE_COMMANDS: readonly Command[] = [
  { id: 'openFile', name: 'openFile', run: ({ commands }) => commands.chooseFile() },
  { id: 'bring', name: 'bring', run: ({ stores }) => stores.session.setState({ table: 'bring' }) },
  { id: 'saveFile', name: 'saveFile', run: ({ commands }) => commands.saveFile() },
  {
    id: 'undo',
    name: 'undo',
    keys: 'Ctrl Z',
    run: ({ stores }) => undo(stores.document),
    isPossible: ({ stores }) => stores.document.getState().past.length > 0,
  },
  {
    id: 'redo',
    name: 'redo',
    keys: 'Ctrl Shift Z',
    run: ({ stores }) => redo(stores.document),
    isPossible: ({ stores }) => stores.document.getState().future.length > 0,
  },
  {
    id: 'language',
    name: 'language',
    run: ({ stores }) => stores.session.setState(({ language }) => ({ language: language === 'zh' ? 'en' : 'zh' })),
  },
  {
    id: 'theme',
    name: 'theme',
    run: ({ stores }) => stores.session.setState(({ theme }) => ({ theme: theme === 'dark' ? 'light' : 'dark' })),
  },
  { id: 'help', name: 'help', keys: '?', run: ({ stores }) => stores.session.setState({ dialog: 'help' }) },
  { id: 'table', name: 'table', keys: 'T', run: ({ stores }) => stores.session.setState({ table: 'enterprises' }) },
  { id: 'work', name: 'work', run: ({ stores }) => stores.session.setState({ table: 'work' }) },
  { id: 'analysis', name: 'analysis', run: ({ stores }) => stores.session.setState({ table: 'analysis' }) },
]
