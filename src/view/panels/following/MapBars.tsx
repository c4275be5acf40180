import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { enterpriseName } from '../../names.ts'
import type { ShownDay } from '../../shown-day.ts'
import { AgainstBar } from './AgainstBar.tsx'
import { EndButton } from './EndButton.tsx'
import { FilterBar } from './FilterBar.tsx'
import { PickedBar } from './PickedBar.tsx'
import { TraceBar } from './TraceBar.tsx'
import './following.css'

/** What is in force on the map, one bar below the other: filter, trace, routes to be chosen, marks, the tool in hand. */
export function MapBars({ shown }: { readonly shown: ShownDay }) {
  return (
    <div className="map-bars">
      <ToolBar />
      <AgainstBar shown={shown} />
      <PickedBar shown={shown} />
      <RoutesBar shown={shown} />
      <SizesBar />
      <TraceBar shown={shown} />
      <FilterBar shown={shown} />
    </div>
  )
}

/** While a drag or a click does something else than usual: says what, and ends it. */
function ToolBar() {
  const { t } = useWords()
  const { session } = useApp().stores
  const tool = useSession((state) => state.tool)
  if (tool === 'move') return null
  return (
    <div className="map-bar" role="status">
      {t(`follow.picked.${tool}`)}
      <Button size="compact-xs" variant="default" onClick={() => session.setState({ tool: 'move' })}>
        {t('follow.picked.stop')}
      </Button>
    </div>
  )
}

/** What the discs around the cards mean, and the way to be rid of them once the planners are closed. */
function SizesBar() {
  const { t } = useWords()
  const { session } = useApp().stores
  const hasSizes = useSession((state) => state.sizes !== null)
  if (!hasSizes) return null
  return (
    <div className="map-bar" role="status">
      {t('follow.sizes.meaning')}
      <EndButton label={t('follow.sizes.hide')} onClick={() => session.setState({ sizes: null })} />
    </div>
  )
}

/** Routes of which the end is still to be chosen. */
function RoutesBar({ shown }: { readonly shown: ShownDay }) {
  const { t, language } = useWords()
  const { session } = useApp().stores
  const routes = useSession((state) => state.routes)
  // Wherever the end is chosen, on the map, in the table or by search, it is selected there.
  useEffect(
    () =>
      session.subscribe(({ selection, routes: open }) => {
        if (open?.to === null && selection?.kind === 'enterprise')
          session.setState({ routes: { ...open, to: selection.id }, selection: null })
      }),
    [session],
  )
  if (!routes || routes.to !== null) return null
  return (
    <div className="map-bar" role="status">
      {t('follow.routes.choose', { name: enterpriseName(shown.outcome.chain, routes.from, language) })}
      <EndButton label={t('follow.routes.end')} onClick={() => session.setState({ routes: null })} />
    </div>
  )
}
