import { Popover, TextInput, Tooltip } from '@mantine/core'
import { memo, Suspense, type ReactNode } from 'react'
import type { ObservedFigures } from '../../analysis/observed/observed-figures.ts'
import { decimal, longDate, percent, signed } from '../../i18n/format.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { ObservedLine } from '../observed/late.ts'
import { useObserved } from '../observed/use-observed.ts'
import { useShownDay, useShownFigures } from '../shown-day.ts'

type FigureKey = 'operatingRate' | 'staffReturn' | 'outputRecovery' | 'leadingOutput' | 'stopped' | 'blocksOpen'

interface FigureProps {
  readonly id: FigureKey
  readonly note: ReactNode
  /** A share is shown in percent, and the larger it is the better. */
  readonly isShare?: boolean
  readonly now: number
  readonly first: number
  readonly uncleared: number
  /** The same figure weighted by output, where it is not. */
  readonly byOutput?: number
}

type ObservedKey = keyof ObservedFigures & FigureKey
const OBSERVED: ReadonlySet<string> = new Set<ObservedKey>([
  'operatingRate',
  'staffReturn',
  'outputRecovery',
  'leadingOutput',
])

const changeOf = ({ isShare, now }: FigureProps, from: number): number => (now - from) * (isShare ? 100 : 1)

/** One figure, drawn anew when it changes. */
const Figure = memo(function Figure(props: FigureProps) {
  const { id, note, isShare = false, now, first, uncleared, byOutput } = props
  const { t, language } = useWords()
  const { stores } = useApp()
  const name = t(`app.figures.${id}`)
  const value = isShare ? percent(now, language) : decimal(now, 0, language)
  return (
    <Tooltip label={<FigureHelp {...props} />} multiline w={320} events={{ hover: true, focus: true, touch: true }}>
      <div className="figure" role="group" aria-label={`${name} ${value}`}>
        <div className="figure-name">
          <button
            type="button"
            className="figure-help"
            onClick={() => stores.session.setState({ dialog: 'help', helpFor: id })}
          >
            {name}
          </button>
          <small>{note}</small>
        </div>
        <div className="figure-value">
          {value}
          <span className="changes">
            <Change value={changeOf(props, first)} isGood={isShare} than="sinceStartShort" />
            <Change value={changeOf(props, uncleared)} isGood={isShare} than="againstShort" />
          </span>
        </div>
        {byOutput !== undefined && (
          <div className="figure-beside">{t('app.figures.weighted', { share: percent(byOutput, language) })}</div>
        )}
        {OBSERVED.has(id) && <Observed figure={id as ObservedKey} />}
      </div>
    </Tooltip>
  )
})

interface ChangeProps {
  readonly value: number
  /** Whether a larger figure is the better one. */
  readonly isGood: boolean
  /** What it is compared with, in one word. */
  readonly than: 'sinceStartShort' | 'againstShort'
}

/** A change that shows as one; none that is rounded away, and none of a figure that nobody enters. */
function Change({ value, isGood, than }: ChangeProps) {
  const { t, language } = useWords()
  const text = signed(value, 0, language)
  if (text === '0' || Number.isNaN(value)) return null
  return (
    <small className={value > 0 === isGood ? 'better' : 'worse'}>
      {value > 0 ? '▲' : '▼'} {text.replace(/^[+−]/, '')} <em>{t(`app.figures.${than}`)}</em>
    </small>
  )
}

/** What a figure means, and both changes in a sentence with their unit. */
function FigureHelp(props: FigureProps) {
  const { t, language } = useWords()
  const { id, isShare, first, uncleared, byOutput = NaN } = props
  const threshold = useSession((state) => state.threshold)
  const help = t(`app.figures.${id}Help`, {
    threshold: percent(threshold, language),
    byOutput: percent(byOutput, language),
  })
  const said = (from: number): string => {
    const change = changeOf(props, from)
    const points = Number.isNaN(change) ? '–' : signed(change, 0, language)
    return isShare ? t('app.figures.points', { points }) : points
  }
  return (
    <>
      {[help, t('app.figures.changes', { start: said(first), uncleared: said(uncleared) }), t('app.figures.more')].join(
        t('words.gap'),
      )}
    </>
  )
}

const THRESHOLD = <Threshold />

/** The figures of the shown day; each says on hover what it means. */
export function Strip() {
  const { t } = useWords()
  const figures = useShownFigures()
  if (!figures) return <div className="strip" aria-busy="true" />
  const { now, first, uncleared } = figures
  const of = (id: FigureKey) => ({ id, now: now[id], first: first[id], uncleared: uncleared[id] })
  const oldest =
    now.longestOpenDays === Infinity
      ? t('app.figures.always')
      : t('app.figures.longest', { count: now.longestOpenDays })
  return (
    <section className="strip" aria-label={t('app.figures.title')}>
      <Figure {...of('operatingRate')} isShare note={THRESHOLD} byOutput={now.operatingRateByOutput} />
      <Figure {...of('staffReturn')} isShare note={t('app.figures.byOutput')} />
      <Figure {...of('outputRecovery')} isShare note={t('app.figures.ofNormal')} />
      <Figure {...of('leadingOutput')} isShare note={t('app.figures.leadingCount', { count: now.leadingCount })} />
      <Figure {...of('stopped')} note={t('app.figures.byOthers', { count: now.stoppedByOthers })} />
      <Figure {...of('blocksOpen')} note={now.blocksOpen > 0 ? oldest : ''} />
      <ShownDate />
    </section>
  )
}

/** Only where something of the kind was observed on the days of the scenario, so that days without it still say so. */
function Observed({ figure }: { readonly figure: ObservedKey }) {
  const given = useObserved()
  const shown = useShownDay()
  if (!given?.has[figure] || !shown) return null
  return (
    <Suspense>
      <ObservedLine given={given} day={shown.day} figure={figure} />
    </Suspense>
  )
}

/** The day that all figures beside it are of. */
function ShownDate() {
  const { t, language } = useWords()
  const shown = useShownDay()
  if (!shown) return null
  const { outcome, day } = shown
  return (
    <div className="shown-date">
      <strong>{longDate(dateOfDay(outcome.scenario, day), language)}</strong>
      <span>{t('app.figures.dayOf', { day: day + 1, days: outcome.played.run.days })}</span>
    </div>
  )
}

/** From which level an enterprise counts as operating; the note itself opens the field. */
function Threshold() {
  const { t, language } = useWords()
  const { stores } = useApp()
  const threshold = useSession((state) => state.threshold)
  return (
    <Popover trapFocus withArrow>
      <Popover.Target>
        <button type="button" className="figure-note-button" title={t('app.figures.threshold')}>
          {t('app.figures.atLeast', { threshold: percent(threshold, language) })}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          type="number"
          label={t('app.figures.threshold')}
          rightSection="%"
          min={1}
          max={100}
          value={Math.round(threshold * 100)}
          onChange={(event) => {
            const share = Number(event.currentTarget.value) / 100
            if (share >= 0.01 && share <= 1) stores.session.setState({ threshold: share })
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
