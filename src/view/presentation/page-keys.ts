import { useEffect } from 'react'
import { redo, undo } from '../../state/document.ts'
import { keepTrail } from '../../state/focus-trail.ts'
import { useApp } from '../app-context.ts'
import { goAlong } from '../follow-actions.ts'

/** What closes itself on Esc: one press closes the topmost thing alone. */
const OWN_ESCAPE = '[aria-modal=true], [role=menu], [role=combobox][aria-expanded=true]:focus'

/** Keys that hold everywhere: undo, redo, search, Esc; never while a text is being typed, but for Esc. */
export function usePageKeys(search: React.RefObject<HTMLInputElement | null>): void {
  const { stores, commands } = useApp()
  useEffect(() => {
    let isForOther = false
    const hear = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      const isCommand = event.ctrlKey || event.metaKey
      if (isCommand && event.key.toLowerCase() === 'z' && !isTyping) {
        event.preventDefault()
        if (event.shiftKey) redo(stores.document)
        else undo(stores.document)
      } else if (isCommand && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        // What is typed before the palette is there must not act on the map.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        stores.session.setState({ dialog: 'palette' })
      } else if (isCommand && event.key.toLowerCase() === 's') {
        event.preventDefault()
        void commands.save()
      } else if (event.altKey && !isTyping && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
        event.preventDefault()
        goAlong(stores, event.key === 'ArrowLeft' ? -1 : 1)
      } else if (event.key === '/' && !isTyping && !isCommand && stores.session.getState().hasSingleKeys) {
        event.preventDefault()
        search.current?.focus()
      } else if (event.key === 'Escape' && !event.defaultPrevented && !isForOther) stepBack(stores)
    }
    // Before they hear it: by the time the page does, they have closed.
    const look = () => {
      isForOther = [...document.querySelectorAll(OWN_ESCAPE)].some((each) => each.checkVisibility())
    }
    addEventListener('keydown', look, true)
    addEventListener('keydown', hear)
    const stop = keepTrail(stores.session)
    return () => {
      stop()
      removeEventListener('keydown', look, true)
      removeEventListener('keydown', hear)
    }
  }, [stores, commands, search])
}

/** One step out: the tool, what lies over the map, what is lit or marked, the selection, then the trace. */
function stepBack({ session }: ReturnType<typeof useApp>['stores']): void {
  const { table, tool, lit, listDate, picked, routes, isFilterOpen, selection, trace, against, sizes, dialog } =
    session.getState()
  if (dialog === 'tour') session.setState({ dialog: 'none', hasSeenTour: true })
  else if (tool !== 'move') session.setState({ tool: 'move' })
  else if (table !== 'none') session.setState({ table: 'none' })
  else if (isFilterOpen) session.setState({ isFilterOpen: false })
  else if (sizes) session.setState({ sizes: null })
  else if (lit) session.setState({ lit: null, preview: null })
  else if (listDate !== null) session.setState({ listDate: null })
  else if (picked.length > 0) session.setState({ picked: [] })
  else if (routes) session.setState({ routes: null })
  else if (selection) session.setState({ selection: null })
  else if (trace) session.setState({ trace: null })
  else if (against !== null) session.setState({ against: null, swipe: null })
}
