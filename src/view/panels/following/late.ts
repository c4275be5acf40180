import { lazy, type ComponentType } from 'react'
import { loadWords } from '../../../i18n/areas.ts'

/** Parts of finding and following, with their words, each loaded when it is first shown. */
const late = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    await Promise.all([loadWords('follow'), loadWords('commands')])
    return { default: await load() }
  })

export const LateBars = late(async () => (await import('./MapBars.tsx')).MapBars)
export const LateFilterBar = late(async () => (await import('./FilterBar.tsx')).FilterBar)
export const LateFilterPanel = late(async () => (await import('./FilterPanel.tsx')).FilterPanel)
export const LateRoutesPanel = late(async () => (await import('./RoutesPanel.tsx')).RoutesPanel)
export const LateNotePins = late(async () => (await import('./NotePins.tsx')).NotePins)
export const LateNoteForm = late(async () => (await import('./NoteForm.tsx')).NoteForm)
export const LateThingNotes = late(async () => (await import('./ThingNotes.tsx')).ThingNotes)
export const LateSwipe = lazy(async () => {
  await loadWords('compare')
  return { default: (await import('../compare/SwipeOver.tsx')).SwipeOver }
})
export const LateThingMenu = late(async () => (await import('./ThingMenu.tsx')).ThingMenu)
export const LateAssignDialog = late(async () => (await import('./AssignDialog.tsx')).AssignDialog)
export const LateSearchResults = late(async () => (await import('./SearchResults.tsx')).SearchResults)
