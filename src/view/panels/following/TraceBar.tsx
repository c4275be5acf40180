import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { useMemo } from 'react'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { enterpriseName } from '../../names.ts'
import { tracedOf } from '../../../analysis/picture/standing-out.ts'
import type { ShownDay } from '../../shown-day.ts'
import { EndButton } from './EndButton.tsx'

/** The trace that is lit: of what, which way, how far, how much; kept until Esc. */
export function TraceBar({ shown }: { readonly shown: ShownDay }) {
  const { t, language } = useWords()
  const { session } = useApp().stores
  const trace = useSession((state) => state.trace)
  const { chain, played } = shown.outcome
  const found = useMemo(() => trace && tracedOf(played.index, trace), [played.index, trace])
  if (!trace || !found) return null
  const first = enterpriseName(chain, trace.enterprise, language)
  const count = trace.also?.length ?? 0
  const name = count > 0 ? t('follow.trace.more', { name: first, count }) : first
  const others = found.rows.size - 1 - count
  return (
    <div className="map-bar" role="group" aria-label={t('follow.trace.of', { name })}>
      <strong title={name}>{name}</strong>
      <SegmentedControl
        size="xs"
        aria-label={t('follow.trace.direction')}
        value={trace.direction}
        onChange={(direction) => session.setState({ trace: { ...trace, direction } })}
        data={(['upstream', 'both', 'downstream'] as const).map((value) => ({
          value,
          label: t(`follow.trace.${value}`),
        }))}
      />
      <Steps />
      <span role="status">
        {others > 0
          ? t('follow.trace.found', {
              enterprises: t('follow.enterprises', { count: others }),
              links: t('follow.trace.links', { count: found.links.size }),
            })
          : t('follow.trace.nothing')}
      </span>
      {others > 0 && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() =>
            session.setState({ picked: Array.from(found.rows, (row) => played.index.enterpriseIds[row]!) })
          }
        >
          {t('follow.trace.mark')}
        </Button>
      )}
      <EndButton label={t('follow.trace.end')} onClick={() => session.setState({ trace: null })} />
    </div>
  )
}

/** How many links the trace goes: one by one, or as far as there are any. */
function Steps() {
  const { t } = useWords()
  const { session } = useApp().stores
  const trace = useSession((state) => state.trace)!
  const { steps, ...endless } = trace
  return (
    <span className="steps" role="group" aria-label={t('follow.trace.steps')}>
      <ActionIcon
        size="sm"
        variant="default"
        aria-label={t('follow.trace.fewer')}
        title={t('follow.trace.fewer')}
        disabled={steps === 1}
        onClick={() => session.setState({ trace: { ...trace, steps: steps === undefined ? 1 : steps - 1 } })}
      >
        −
      </ActionIcon>
      <output>
        {t('follow.trace.steps')} {steps ?? t('follow.trace.all')}
      </output>
      <ActionIcon
        size="sm"
        variant="default"
        aria-label={t('follow.trace.further')}
        title={t('follow.trace.further')}
        disabled={steps === undefined}
        onClick={() => session.setState({ trace: { ...trace, steps: (steps ?? 0) + 1 } })}
      >
        +
      </ActionIcon>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-pressed={steps === undefined}
        title={t('follow.trace.toTheEnd')}
        onClick={() => session.setState({ trace: endless })}
      >
        {t('follow.trace.all')}
      </Button>
    </span>
  )
}
