import { useEffect } from 'react'

/** What is opened over the map takes the focus, once it is there, unless something in it has it already. */
export function TakesFocus({ within }: { readonly within: string }): null {
  useEffect(() => {
    const place = document.querySelector<HTMLElement>(within)
    if (!place || place.contains(document.activeElement)) return
    place.tabIndex = -1
    place.focus({ preventScroll: true })
  }, [within])
  return null
}
