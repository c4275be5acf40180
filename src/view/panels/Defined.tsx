import { Tooltip } from '@mantine/core'
import type { ReactElement } from 'react'

export interface DefinedProps {
  /** Absent = it needs none. */
  readonly definition: string | undefined
  /** Something that can have the focus, so that the definition is found by key too. */
  readonly children: ReactElement
}

/** Says on hover, focus and touch what a figure means. */
export function Defined({ definition, children }: DefinedProps) {
  if (!definition) return children
  return (
    <Tooltip label={definition} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
      {children}
    </Tooltip>
  )
}

/** A word whose meaning is found by pointer and by key. */
export function DefinedWord({ word, definition }: { readonly word: string; readonly definition: string }) {
  return (
    <Defined definition={definition}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the definition is found by key */}
      <span className="defined" tabIndex={0}>
        {word}
      </span>
    </Defined>
  )
}
