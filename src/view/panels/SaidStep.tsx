import { useEffect, useRef, useState } from 'react'
import { useApp, useWords } from '../app-context.ts'
import { useStepName } from '../presentation/step-name.ts'

/** Milliseconds after which a notice of the same step would be there. */
const NOTICED = 500

/** For those who do not see the map change: each step of the history is said as it is done, undone and done again. */
export function SaidStep() {
  const { t } = useWords()
  const { document: store } = useApp().stores
  const nameOf = useStepName()
  const latest = useRef({ t, nameOf })
  useEffect(() => {
    latest.current = { t, nameOf }
  })
  const [said, setSaid] = useState('')
  useEffect(() => {
    let timer = 0
    const stop = store.subscribe((now, before) => {
      const isUndone = now.past.length < before.past.length
      const way = isUndone ? 'undone' : now.past.at(-1) === before.future[0] ? 'redone' : 'done'
      const edit = isUndone ? before.past.at(-1) : now.past.at(-1)
      if (now.version === before.version || !edit || now.past.length === before.past.length) return
      const noticed = notices()
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        // A notice that came with the step says it already.
        if (way !== 'undone' && notices().some((notice) => !noticed.includes(notice))) return
        const { t: words, nameOf: name } = latest.current
        const text = words(`edit.said.${way}`, { step: name(edit) })
        setSaid((last) => different(text, last))
      }, NOTICED)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store])
  return (
    <p className="hidden-visually" role="status">
      {said}
    </p>
  )
}

const notices = (): readonly Element[] => [...document.querySelectorAll('.mantine-Notifications-notification')]

/** The same words a second time are a change, too. */
const different = (text: string, last: string): string => (text === last ? `${text}\u00a0` : text)
