import { loadWords } from '../../i18n/areas.ts'
import { BlocksPanel } from './BlocksPanel.tsx'

/**
 * The panels of the screen, each in a file of its own: its title in the language tables, and how it is loaded.
 * What the first screen shows comes with it; the rest when it is first opened.
 */
export const PANELS = {
  blocks: { title: 'panels.blocks.title', load: async () => BlocksPanel },
  card: { title: 'panels.card.title', load: async () => (await import('./DetailCard.tsx')).DetailCard },
  form: {
    title: 'form.save',
    load: async () => {
      await loadWords('form')
      return (await import('./BlockForm.tsx')).BlockForm
    },
  },
  palette: {
    title: 'app.palette',
    load: async () => {
      await loadWords('commands')
      return (await import('../commands/CommandPalette.tsx')).CommandPalette
    },
  },
  help: {
    title: 'panels.help.title',
    load: async () => {
      await loadWords('help')
      return (await import('./HelpDialog.tsx')).HelpDialog
    },
  },
  tour: {
    title: 'tour.title',
    load: async () => {
      await loadWords('tour')
      return (await import('../tour/Tour.tsx')).Tour
    },
  },
  present: {
    title: 'present.title',
    load: async () => {
      await loadWords('present')
      return (await import('../present/Present.tsx')).Present
    },
  },
} as const
