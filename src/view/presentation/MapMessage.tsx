import { Button } from '@mantine/core'
import { percent } from '../../i18n/format.ts'
import { lazy, Suspense } from 'react'
import { useComputed, useDocument, useWords } from '../app-context.ts'
import type { ShownDay } from '../shown-day.ts'

// The words of all problems are many; they come when there is one.
const ProblemLine = lazy(async () => ({ default: (await import('./ProblemLine.tsx')).ProblemLine }))

/** What stands over the map while it cannot speak for itself: waiting, failed, empty, wrong figures. */
export function MapMessage({ shown }: { readonly shown: ShownDay | null }) {
  const { t, language } = useWords()
  const run = useComputed((state) => state.run)
  const structure = useComputed((state) => state.structure)
  const chain = useDocument((state) => state.chain)
  const wrong = structure?.chain === chain ? structure.problems.filter(({ severity }) => severity === 'error') : []
  if (run.kind === 'failed') {
    return (
      <div className="map-message" role="alert">
        {t('app.failed', { message: run.message })}{' '}
        <Button size="compact-xs" onClick={() => location.reload()}>
          {t('app.retry')}
        </Button>
      </div>
    )
  }
  if (wrong.length > 0) {
    return (
      <div className="map-message" role="alert">
        <Suspense>
          <ProblemLine problem={wrong[0]!} />
        </Suspense>
      </div>
    )
  }
  if (chain.enterprises.length === 0) return <div className="map-message">{t('map.empty')}</div>
  if (run.kind === 'running' && !shown) {
    return (
      <div className="map-message" role="status">
        {run.total > 1 ? t('app.computing', { done: run.done, total: run.total }) : t('app.loading')}{' '}
        {run.total > 1 && percent(run.done / run.total, language)}
      </div>
    )
  }
  if (!shown && (chain.scenarios ?? []).length === 0) return <div className="map-message">{t('app.noScenario')}</div>
  return null
}
