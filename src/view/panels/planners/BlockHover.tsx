import type { ReactNode } from 'react'
import type { Clearing } from '../../../model/chain.ts'
import { useApp } from '../../app-context.ts'

/** While the pointer or the focus is on it, the map shows the wave that these clearings would cause. */
export function BlockHover({
  clearings,
  children,
}: {
  readonly clearings: readonly Clearing[]
  readonly children: ReactNode
}) {
  const { stores } = useApp()
  const show = () => stores.session.setState({ preview: clearings })
  const hide = () => stores.session.setState({ preview: null })
  return (
    <li className="planner-row" onPointerEnter={show} onPointerLeave={hide} onFocus={show} onBlur={hide}>
      {children}
    </li>
  )
}
