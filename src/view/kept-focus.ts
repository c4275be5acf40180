import { focusMap } from './focus-map.ts'

/** Elements that had the focus, looked at again where the last of them is gone. */
const REMEMBERED = 12

/**
 * Nobody who works by key is left in the void: when what had the focus is taken away, with a dialog, a sheet or a row, what had it before
 * gets it back, else the map. A menu that is opened by key begins at its first entry.
 * @returns ends it
 */
export function keepFocus(): () => void {
  const { activeElement, body } = document
  const trail: Place[] = activeElement && activeElement !== body ? [placeOf(activeElement)] : []
  let isByKey = false
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement || target instanceof SVGElement)) return
    if (isByKey && target.matches('[role=menu] > [role=presentation]'))
      target.parentElement!.querySelector<HTMLElement>('[role^=menuitem]:not(:disabled)')?.focus()
    else trail.splice(0, Math.max(0, trail.push(placeOf(target)) - REMEMBERED))
  }
  const lookAgain = () => {
    const last = trail.at(-1)
    if (document.activeElement !== document.body || !last || last.element.isConnected) return
    focusAgain(trail)
  }
  const seen = new MutationObserver(lookAgain)
  const byKey = () => (isByKey = true)
  const byHand = () => (isByKey = false)
  seen.observe(document.body, { childList: true, subtree: true })
  addEventListener('focusin', remember)
  addEventListener('keydown', byKey, true)
  addEventListener('pointerdown', byHand, true)
  return () => {
    seen.disconnect()
    removeEventListener('focusin', remember)
    removeEventListener('keydown', byKey, true)
    removeEventListener('pointerdown', byHand, true)
  }
}

interface Place {
  readonly element: Element
  /** Row of a list beside the one that it stands in. */
  readonly beside: Element | null
}

function placeOf(element: Element): Place {
  const row = element.closest('li')
  return { element, beside: row && (row.nextElementSibling ?? row.previousElementSibling) }
}

/** Gives the focus to the latest that is there, to its twin, or to the row beside it; else to the map. */
function focusAgain(trail: Place[]): void {
  let next: Element | null = null
  for (let at = trail.length - 1; at >= 0 && !next; at--) {
    const { element, beside } = trail[at]!
    next = canTake(element) ? element : (twinOf(element) ?? beside?.querySelector('button') ?? null)
    if (next && !canTake(next)) next = null
  }
  if (next) return (next as HTMLElement).focus({ preventScroll: true })
  // The map stands in until what is being opened takes the focus: it is no place to come back to.
  focusMap()
  trail.pop()
  while (trail.at(-1)?.element.isConnected === false) trail.pop()
}

const canTake = (element: Element): boolean =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled')

const nameOf = (element: Element): string => element.ariaLabel ?? element.textContent

/** The same thing drawn anew, as where a part of the page was loaded; what went with a dialog, menu or sheet has none. */
function twinOf(gone: Element): Element | null {
  const name = nameOf(gone)
  if (name === '' || gone.closest('[role=dialog], [role=menu], .sheet, .side-panel')) return null
  return [...document.querySelectorAll(gone.tagName)].find((each) => nameOf(each) === name && canTake(each)) ?? null
}
