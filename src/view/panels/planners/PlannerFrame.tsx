import { Button, Group, Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import { LONGEST_SEARCH_MILLISECONDS } from '../../../analysis/run-estimate.ts'
import { useDocument, useSession, useWords } from '../../app-context.ts'
import type { PlannerState } from './use-planner.ts'
import './planners.css'

export interface PlannerFrameProps<Output> {
  readonly intro: string
  readonly state: PlannerState<Output>
  /** The answer is to another question than the fields ask now. */
  readonly isOther?: boolean
  readonly onStart: (() => void) | null
  readonly onCancel: () => void
  /** Fields of the question. */
  readonly children?: ReactNode
  readonly result: (output: Output) => ReactNode
  /** The result takes the height that is left, and scrolls by itself. */
  readonly isFilling?: boolean
}

/** Question, run, progress with cancel, result or failure: the same for every planner. */
export function PlannerFrame<Output>(props: PlannerFrameProps<Output>) {
  const { intro, state, isOther = false, onStart, onCancel, children, result, isFilling = false } = props
  const { t } = useWords()
  const version = useDocument((document) => document.version)
  const scenarioId = useSession((session) => session.scenarioId)
  const isStale = state.kind === 'done' && (state.version !== version || state.scenarioId !== scenarioId)
  return (
    <div className={isFilling ? 'planner filling' : 'planner'}>
      <Group gap="sm" align={children ? 'end' : 'center'} mb={6}>
        {children}
        {state.kind === 'running' ? (
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('analysis.cancel')}
          </Button>
        ) : (
          <Button
            size="xs"
            variant={state.kind === 'done' ? 'default' : 'filled'}
            onClick={() => onStart?.()}
            disabled={onStart === null}
          >
            {t(state.kind === 'done' ? 'analysis.again' : 'analysis.run')}
          </Button>
        )}
        <p className="planner-intro">{intro}</p>
      </Group>
      <div role="status">
        {state.kind === 'running' && <Running done={state.done} total={state.total} />}
        {state.kind === 'cancelled' && t('analysis.cancelled')}
        {isStale && <span className="tag warm">{t('analysis.stale')}</span>}{' '}
        {isOther && !isStale && <span className="tag warm">{t('analysis.other')}</span>}
      </div>
      {state.kind === 'refused' && (
        <p role="alert">
          {t('analysis.tooLarge', { seconds: state.seconds, limit: LONGEST_SEARCH_MILLISECONDS / 1000 })}
        </p>
      )}
      {state.kind === 'failed' && <p role="alert">{t('analysis.failed', { message: state.message })}</p>}
      {state.kind === 'done' && result(state.output)}
    </div>
  )
}

function Running({ done, total }: { readonly done: number; readonly total: number }) {
  const { t } = useWords()
  const label = total > 0 ? t('analysis.running', { done, total }) : t('analysis.starting')
  return (
    <>
      {label}
      <Progress
        value={total > 0 ? (100 * done) / total : 100}
        animated={total === 0}
        aria-label={label}
        mt={4}
        maw={420}
      />
    </>
  )
}
