import { ENTERPRISE_STATES, LINK_STATE } from '../../analysis/day-view.ts'
import { useComputed, useWords } from '../app-context.ts'
import { useShownDay } from '../shown-day.ts'

const WIDTH = 30
const HEIGHT = 14

const ROLE_PATH = {
  leading: `M6 1H24L29 7L24 13H6L1 7Z`,
  core: 'M4 1H26A3 3 0 0 1 29 4V10A3 3 0 0 1 26 13H4A3 3 0 0 1 1 10V4A3 3 0 0 1 4 1Z',
  sme: 'M7 1H23A6 6 0 0 1 23 13H7A6 6 0 0 1 7 1Z',
} as const

/** What is on screen, with counts; only signs that occur. */
export function Legend() {
  const { t } = useWords()
  const shown = useShownDay()
  const structure = useComputed((state) => state.structure)
  if (!shown || !structure) return null
  const { view } = shown
  const { index } = structure
  const count = (values: ArrayLike<number>, wanted: number) =>
    Array.from(values).filter((value) => value === wanted).length
  return (
    <section className="legend" aria-label={t('map.legend')} id="legend" tabIndex={-1}>
      <h2>{t('map.legend')}</h2>
      <ul>
        {(['leading', 'core', 'sme'] as const).map((role, at) => (
          <Row key={role} label={t(`words.role.${role}`)} count={count(index.role, at)}>
            <path
              d={ROLE_PATH[role]}
              fill="var(--card)"
              stroke={role === 'leading' ? 'var(--ink)' : 'var(--ink-3)'}
              strokeWidth={role === 'leading' ? 1.6 : 1}
            />
          </Row>
        ))}
        {ENTERPRISE_STATES.map((state, at) => (
          <Row key={state} label={t(`words.state.${state}`)} count={count(view.state, at)}>
            <StateSign state={state} />
          </Row>
        ))}
        {(['flowing', 'throttled', 'stopped'] as const).map((state) => (
          <Row
            key={state}
            label={t(
              `map.legendLink${state === 'flowing' ? 'Flowing' : state === 'throttled' ? 'Throttled' : 'Stopped'}`,
            )}
            count={count(view.linkState, LINK_STATE[state])}
          >
            <line
              x1={1}
              x2={29}
              y1={7}
              y2={7}
              strokeWidth={2}
              stroke={state === 'stopped' ? 'var(--warm)' : 'var(--link-core)'}
              strokeDasharray={state === 'flowing' ? undefined : state === 'throttled' ? '6 3' : '1.5 3'}
            />
          </Row>
        ))}
        <Row label={t('map.legendLinkBlocked')} count={count(view.linkBlocked, 1)}>
          <circle cx={15} cy={7} r={6} fill="var(--warm-bg)" stroke="var(--warm)" />
          <path d="M12 4L18 10M18 4L12 10" stroke="var(--warm)" />
        </Row>
      </ul>
    </section>
  )
}

function Row({
  label,
  count,
  children,
}: {
  readonly label: string
  readonly count: number
  readonly children: React.ReactNode
}) {
  if (count === 0) return null
  return (
    <li>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {children}
      </svg>
      <span>{label}</span>
      <span>{count}</span>
    </li>
  )
}

function StateSign({ state }: { readonly state: (typeof ENTERPRISE_STATES)[number] }) {
  const isBlocked = state === 'blocked'
  return (
    <>
      <rect x={1} y={1} width={28} height={12} rx={3} fill={isBlocked ? 'var(--warm-bg)' : 'var(--card)'} />
      {state === 'running' && <rect x={1} y={1} width={28} height={12} rx={3} fill="var(--run)" />}
      {(state === 'reduced' || state === 'recovering') && <rect x={1} y={1} width={15} height={12} fill="var(--run)" />}
      {state === 'stopped' && <path d="M2 12L12 2M9 12L19 2M16 12L26 2M23 12L29 6" stroke="var(--hatch)" />}
      <rect
        x={1}
        y={1}
        width={28}
        height={12}
        rx={3}
        fill="none"
        stroke={isBlocked ? 'var(--warm)' : 'var(--ink-3)'}
        strokeWidth={isBlocked ? 2 : 1}
        strokeDasharray={state === 'noData' ? '2 2' : undefined}
      />
      {state === 'recovering' && (
        <path d="M18 10L25 4M21 4H25V8" stroke="var(--accent)" fill="none" strokeWidth={1.4} />
      )}
    </>
  )
}
