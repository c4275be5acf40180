import { useRef, type ReactNode } from 'react'
import type { Clearing, Delivery } from '../../../model/chain.ts'
import type { Tried } from '../../../state/session.ts'
import { useApp } from '../../app-context.ts'

export interface WaveHoverProps {
  readonly clearings: readonly Clearing[]
  readonly deliveries?: readonly Delivery[]
  readonly children: ReactNode
  /** A row of a list, or anything else. */
  readonly tag?: 'li' | 'div'
}

/** While the pointer or the focus is on it, the map shows the wave that these clearings and deliveries would cause. */
export function WaveHover({ clearings, deliveries, children, tag: Tag = 'li' }: WaveHoverProps) {
  const { stores } = useApp()
  const shown = useRef<Tried | null>(null)
  const show = () => {
    shown.current = { clear: clearings, ...(deliveries && { deliver: deliveries }) }
    stores.session.setState({ preview: shown.current })
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
