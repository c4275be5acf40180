import { Button, Progress } from '@mantine/core'
import { useWords } from '../../app-context.ts'
import type { Slacks } from './use-slack.ts'

/** How far the search for the slack is, with the way out and the way in. */
export function SlackStatus({ slacks }: { readonly slacks: Slacks }) {
  const { t } = useWords()
  const { state, isFresh, start, cancel } = slacks
  if (state.kind === 'running') {
    const label = t('work.slack.running', { done: state.done, total: state.total })
    return (
      <span className="work-status" role="status">
        {label}
        <Progress w={80} size="sm" aria-label={label} value={state.total > 0 ? (100 * state.done) / state.total : 0} />
        <Button size="compact-xs" variant="default" onClick={cancel}>
          {t('work.slack.cancel')}
        </Button>
      </span>
    )
  }
  if (state.kind === 'done' && isFresh) return <span className="work-status" role="status" />
  const text =
    state.kind === 'failed'
      ? t('work.slack.failed', { message: state.message })
      : state.kind === 'refused'
        ? t('work.slack.refused', { seconds: state.seconds })
        : state.kind === 'cancelled'
          ? t('work.slack.cancelled')
          : ''
  return (
    <span className="work-status" role="status">
      {text}
      <Button size="compact-xs" variant="default" onClick={start}>
        {t('work.slack.start')}
      </Button>
    </span>
  )
}
