import { Button, CloseButton } from '@mantine/core'
import { decimal, percent } from '../../i18n/format.ts'
import { lazy, Suspense, useState } from 'react'
import { useStore } from 'zustand'
import { textIn } from '../../model/local-text.ts'
import type { Structure } from '../../state/computed.ts'
import { opening } from '../../state/opening.ts'
import { useApp, useComputed, useDocument, useSession, useWords } from '../app-context.ts'
import type { ShownDay } from '../shown-day.ts'

// The words of all problems are many; they come when there is one.
const ProblemLine = lazy(async () => ({ default: (await import('./ProblemLine.tsx')).ProblemLine }))

/** Shown only where it takes longer than a moment. */
function Waiting({
  text,
  done,
  onCancel,
}: {
  readonly text: string
  /** 0..1; null = nobody knows. */
  readonly done: number | null
  readonly onCancel?: () => void
}) {
  const { t, language } = useWords()
  return (
    <div className="map-message waiting" role="status">
      <span>{text}</span>
      <progress max={1} value={done ?? undefined} aria-label={text} />
      {done !== null && <span>{percent(done, language)}</span>}
      {onCancel && (
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      )}
    </div>
  )
}

/** A large chain that was folded by itself says so once. */
function FoldedNote() {
  const { t, language } = useWords()
  const { stores } = useApp()
  const folded = useComputed((state) => state.folded)
  const rule = useSession((state) => state.folds.rule)
  const [read, setRead] = useState<Structure | null>(null)
  if (!folded || rule !== 'auto' || read === folded.structure) return null
  return (
    <div className="map-message waiting" role="status">
      <span>
        {t('map.fold.byItself', {
          enterprises: decimal(folded.structure.index.enterpriseCount, 0, language),
          cards: decimal(folded.graph.index.enterpriseCount, 0, language),
        })}
      </span>
      <Button size="compact-xs" variant="default" onClick={() => stores.session.setState({ table: 'folds' })}>
        {t('map.fold.choose')}
      </Button>
      <CloseButton size="sm" aria-label={t('app.close')} onClick={() => setRead(folded.structure)} />
    </div>
  )
}

/** Both ways in which a chain begins. */
function EmptyChain() {
  const { t } = useWords()
  const { session } = useApp().stores
  return (
    <div className="map-message">
      {t('map.empty')}{' '}
      <Button size="compact-xs" onClick={() => session.setState({ table: 'bring' })}>
        {t('app.bringIn')}
      </Button>{' '}
      <Button size="compact-xs" variant="default" onClick={() => session.setState({ edit: { table: 'enterprises' } })}>
        {t('map.addEnterprise')}
      </Button>
    </div>
  )
}

/** What stands over the map while it cannot speak for itself: waiting, failed, empty, wrong figures. */
export function MapMessage({ shown }: { readonly shown: ShownDay | null }) {
  const { t, language } = useWords()
  const run = useComputed((state) => state.run)
  const structure = useComputed((state) => state.structure)
  const chain = useDocument((state) => state.chain)
  const { now } = useStore(opening)
  const wrong = structure?.chain === chain ? structure.problems.filter(({ severity }) => severity === 'error') : []
  if (now) return <Waiting text={t('app.opening', { file: now.file })} done={now.done} onCancel={now.cancel} />
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
  if (run.kind === 'tooLarge') {
    return (
      <div className="map-message" role="alert">
        {t('app.tooLarge', {
          enterprises: decimal(chain.enterprises.length, 0, language),
          supplies: decimal(chain.supplies.length, 0, language),
          days: decimal(run.days, 0, language),
          seconds: decimal(Math.ceil(run.seconds), 0, language),
          needed: decimal(run.bytes / 1e9, 1, language),
          most: decimal(run.most / 1e9, 1, language),
        })}
      </div>
    )
  }
  if (chain.enterprises.length === 0) return <EmptyChain />
  if (run.kind === 'running' && (!shown || shown.outcome.chain.enterprises !== chain.enterprises)) {
    const name = textIn(chain.name, language)
    return (
      <Waiting
        text={run.total > 1 ? t('app.computing', { done: run.done, total: run.total }) : t('app.laying', { name })}
        done={run.total > 1 ? run.done / run.total : null}
      />
    )
  }
  if (!shown && (chain.scenarios ?? []).length === 0) return <div className="map-message">{t('app.noScenario')}</div>
  return <FoldedNote />
}
