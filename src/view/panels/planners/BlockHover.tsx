import { useRef, type ReactNode } from 'react'
import type { Clearing } from '../../../model/chain.ts'
import { useApp } from '../../app-context.ts'

export interface BlockHoverProps {
  readonly clearings: readonly Clearing[]
  readonly children: ReactNode
  /** A row of a list, or anything else. */
  readonly tag?: 'li' | 'div'
}

/** While the pointer or the focus is on it, the map shows the wave that these clearings would cause. */
export function BlockHover({ clearings, children, tag: Tag = 'li' }: BlockHoverProps) {
  const { stores } = useApp()
  const shown = useRef(clearings)
  const show = () => {
    shown.current = clearings
    stores.session.setState({ preview: clearings })
  }
  // Another row may have been entered before this one is left.
  const hide = () => {
    if (stores.session.getState().preview === shown.current) stores.session.setState({ preview: null })
  }
  return (
    <Tag
      className={Tag === 'li' ? 'planner-row' : undefined}
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
    >
      {children}
    </Tag>
  )
}
