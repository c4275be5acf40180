import { TextInput } from '@mantine/core'
import { Suspense, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useWords } from '../app-context.ts'
import { focusMap } from '../focus-map.ts'
import type { ResultList } from '../panels/following/result-list.ts'
import { LateSearchResults } from '../panels/following/late.ts'

/** Finds enterprises, products and regions; arrows choose among the results, Enter goes there, Esc empties the field. */
export function SearchBox({ searchRef }: { readonly searchRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [isOpen, setIsOpen] = useState(false)
  const results = useRef<ResultList>(null)
  /** Enter was pressed before the results were there. */
  const isWanted = useRef(false)
  const isAsked = isOpen && text.trim() !== ''
  const done = (): void => {
    setText('')
    setIsOpen(false)
  }
  /** What was chosen is at hand on the map, and so are the keys. */
  const chosen = (): void => {
    done()
    // On a phone the map may be out of sight, and takes no focus: the field still gives it up, which lies over the bar there.
    searchRef.current?.blur()
    focusMap()
  }
  const hold = (list: ResultList | null): void => {
    results.current = list
    if (!list || !isWanted.current) return
    isWanted.current = false
    list.choose(at)
  }
  const choose = (): void => {
    if (results.current) results.current.choose(at)
    else isWanted.current = isAsked
  }
  const hear = (event: KeyboardEvent): void => {
    const count = results.current?.count ?? 0
    if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, count))
    else if (event.key === 'ArrowUp') setAt((at - 1 + count) % Math.max(1, count))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose()
    else if (event.key === 'Escape' && text !== '') done()
    else return
    event.preventDefault()
  }
  return (
    <search
      className="search-box"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false)
      }}
    >
      <TextInput
        ref={searchRef}
        size="xs"
        role="combobox"
        data-search
        aria-label={t('app.search')}
        aria-expanded={isAsked}
        aria-controls="search-results"
        aria-activedescendant={isAsked ? `search-hit-${at}` : undefined}
        autoComplete="off"
        placeholder={`${t('app.search')}  /`}
        value={text}
        onFocus={() => setIsOpen(true)}
        onKeyDown={hear}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setIsOpen(true)
          setAt(0)
          isWanted.current = false
        }}
      />
      <Suspense>
        {isAsked && <LateSearchResults text={text} at={at} onPoint={setAt} onDone={chosen} ref={hold} />}
      </Suspense>
    </search>
  )
}
