import { useMemo, type ReactNode } from 'react'
import type { EnterpriseState } from '../../analysis/day-view.ts'
import { decimal } from '../../i18n/format.ts'
import { BLOCK_CAUSES } from '../../model/block-causes.ts'
import type { Language } from '../../model/local-text.ts'
import { useComputed, useWords } from '../app-context.ts'
import { indexAsListed, useListed } from '../listed.ts'
import { useLensDay } from '../observed/use-observed.ts'
import { useShownDayLater, type ShownDay } from '../shown-day.ts'
import { legendOf, type LegendRow, type LinkSign } from '../../analysis/picture/legend.ts'

const WIDTH = 30
const HEIGHT = 14
/** Counts from here on leave no room for words in half of the column. */
const WIDE_FROM = 1_000

const ROLE_PATH = {
  leading: `M6 1H24L29 7L24 13H6L1 7Z`,
  core: 'M4 1H26A3 3 0 0 1 29 4V10A3 3 0 0 1 26 13H4A3 3 0 0 1 1 10V4A3 3 0 0 1 4 1Z',
  sme: 'M7 1H23A6 6 0 0 1 23 13H7A6 6 0 0 1 7 1Z',
} as const

export interface LegendProps {
  /** Kinds of signs; absent = all, in the legend of the page. */
  readonly only?: readonly LegendRow['kind'][]
}

/** What is on screen, with counts; only signs that occur. */
export function Legend({ only }: LegendProps) {
  const shown = useShownDayLater()
  return shown && <ShownLegend shown={shown} only={only} />
}

function ShownLegend({ shown, only }: { readonly shown: ShownDay; readonly only: LegendProps['only'] | undefined }) {
  const { t, language } = useWords()
  const under = useLensDay(shown)
  const structure = useComputed((state) => state.structure)
  const listed = useListed()
  const rows = useMemo(() => {
    if (!structure || shown.outcome.played.index !== structure.index) return []
    const { chain, layout } = structure
    const index = listed ? indexAsListed(structure.index, listed) : structure.index
    const all = legendOf({ chain, index, layout, ...under, causes: shown.outcome.played.causes })
    return only ? all.filter(({ kind }) => only.includes(kind)) : all
  }, [shown, structure, listed, only, under])
  if (rows.length === 0) return null
  return (
    <section
      className={only ? 'legend on-stage' : 'legend'}
      aria-label={t('map.legend')}
      {...(only ? {} : { id: 'legend', tabIndex: 0 })}
    >
      {!only && <h2>{t('map.legend')}</h2>}
      <ul className={rows.some(({ count }) => count >= WIDE_FROM) ? 'wide' : undefined}>
        {rows.map((row) => (
          <li key={`${row.kind} ${row.sign}`}>
            <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
              <Sign row={row} language={language} />
            </svg>
            {listed && row.kind === 'role' && row.sign === 'sme' ? (
              <span>{t('map.legendUnlisted')}</span>
            ) : (
              <Label row={row} />
            )}
            <span>{decimal(row.count, 0, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Label({ row }: { readonly row: LegendRow }) {
  const { t } = useWords()
  switch (row.kind) {
    case 'role':
      return <span>{t(`words.role.${row.sign}`)}</span>
    case 'state':
      return <span>{t(`words.state.${row.sign}`)}</span>
    case 'cause':
      return <span>{t(`words.cause.${row.sign}`)}</span>
    case 'risk':
      return <span>{t('map.legendCountdown')}</span>
    case 'estimate':
      return <span>{t('map.legendAssumed')}</span>
    case 'link':
      return <span>{t(`map.legendLink.${row.sign}`)}</span>
    case 'mark':
      return <span>{t(`map.legendMark.${row.sign}`)}</span>
  }
}

function Sign({ row, language }: { readonly row: LegendRow; readonly language: Language }): ReactNode {
  switch (row.kind) {
    case 'role': {
      const isLeading = row.sign === 'leading'
      const stroke = isLeading ? 'var(--ink)' : 'var(--ink-3)'
      return <path d={ROLE_PATH[row.sign]} fill="var(--card)" stroke={stroke} strokeWidth={isLeading ? 1.6 : 1} />
    }
    case 'state':
      return <StateSign state={row.sign} />
    case 'cause': {
      const { badgeZh, badgeEn } = BLOCK_CAUSES[row.sign]
      return (
        <>
          <rect x={6} y={0} width={18} height={14} rx={3} fill="var(--warm)" />
          <text x={15} y={10.6} textAnchor="middle" fontSize={9.5} fontWeight={700} fill="var(--warm-bg)">
            {language === 'zh' ? badgeZh : badgeEn}
          </text>
        </>
      )
    }
    case 'risk':
      return (
        <>
          <path d={ROLE_PATH.core} fill="var(--run)" stroke="var(--ink-3)" />
          <text x={26} y={10.2} textAnchor="end" fontSize={8.5} fill="var(--warm)">
            {language === 'zh' ? '剩5天' : '5 d'}
          </text>
        </>
      )
    case 'estimate':
      return <path d={ROLE_PATH.core} fill="var(--card)" stroke="var(--ink-3)" strokeDasharray="1.5 2" />
    case 'link':
      return <LinkLine sign={row.sign} />
    case 'mark':
      return (
        <>
          <path d={ROLE_PATH.core} fill="var(--card)" stroke="var(--ink-3)" />
          <path d="M12 0H20L16 7Z" fill={row.sign === 'observed' ? 'var(--ink)' : 'var(--card)'} stroke="var(--ink)" />
        </>
      )
  }
}

const LINK_DASH: Partial<Record<LinkSign, string>> = { throttled: '6 3', stopped: '1.5 3', backward: '2 3' }

function LinkLine({ sign }: { readonly sign: LinkSign }) {
  if (sign === 'backward') {
    return (
      <path
        d="M28 2V11H2V2"
        fill="none"
        stroke="var(--link-core)"
        strokeWidth={1.4}
        strokeDasharray={LINK_DASH.backward}
      />
    )
  }
  if (sign === 'sole') return <path d="M1 5.5H29M1 8.5H29" stroke="var(--link-core)" strokeWidth={1.2} />
  if (sign === 'blocked') {
    return (
      <>
        <circle cx={15} cy={7} r={6} fill="var(--warm-bg)" stroke="var(--warm)" />
        <path d="M12 4L18 10M18 4L12 10" stroke="var(--warm)" />
      </>
    )
  }
  const isStopped = sign === 'stopped'
  return (
    <>
      <path d="M1 7H25" stroke="var(--link)" strokeWidth={5} opacity={0.6} />
      <path
        d="M1 7H25"
        stroke={isStopped ? 'var(--warm)' : 'var(--link-core)'}
        strokeWidth={sign === 'flowing' ? 3 : 1.6}
        strokeDasharray={LINK_DASH[sign]}
      />
      {!isStopped && <path d="M29 7L24 4V10Z" fill="var(--link-core)" />}
      {isStopped && <path d="M11 4L17 10M17 4L11 10" stroke="var(--warm)" />}
    </>
  )
}

function StateSign({ state }: { readonly state: EnterpriseState }) {
  const isBlocked = state === 'blocked'
  return (
    <>
      <rect x={1} y={1} width={28} height={12} rx={3} fill={isBlocked ? 'var(--warm-bg)' : 'var(--card)'} />
      {state === 'running' && <rect x={1} y={1} width={28} height={12} rx={3} fill="var(--run)" />}
      {(state === 'reduced' || state === 'recovering') && (
        <path d="M4 1H16V13H4A3 3 0 0 1 1 10V4A3 3 0 0 1 4 1Z" fill="var(--run)" />
      )}
      {isBlocked && <path d="M4 1H12V13H4A3 3 0 0 1 1 10V4A3 3 0 0 1 4 1Z" fill="var(--warm-fill)" />}
      {state === 'noData' && (
        <path
          d="M5 4h1M11 4h1M17 4h1M23 4h1M8 7h1M14 7h1M20 7h1M5 10h1M11 10h1M17 10h1M23 10h1"
          stroke="var(--ink-3)"
        />
      )}
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
        strokeDasharray={state === 'noData' ? '1.5 2' : undefined}
      />
      {state === 'recovering' && (
        <path d="M18 10L25 4M21 4H25V8" stroke="var(--accent)" fill="none" strokeWidth={1.4} />
      )}
    </>
  )
}
