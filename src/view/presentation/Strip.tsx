import { Popover, TextInput, Tooltip } from '@mantine/core'
import { Suspense, type ReactNode } from 'react'
import type { ObservedFigures } from '../../analysis/observed/observed-figures.ts'
import { decimal, longDate, percent, signed } from '../../i18n/format.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { ObservedLine } from '../observed/late.ts'
import { useObserved } from '../observed/use-observed.ts'
import { useShownDay, useShownFigures } from '../shown-day.ts'

interface FigureProps {
  /** Of the help. */
  readonly id: string
  readonly name: string
  readonly note: ReactNode
  readonly help: string
  readonly value: string
  /** Change since the first day, and against nothing cleared. */
  readonly changes: Changes
}

type ObservedKey = keyof ObservedFigures
const OBSERVED: ReadonlySet<string> = new Set<ObservedKey>([
  'operatingRate',
  'staffReturn',
  'outputRecovery',
  'leadingOutput',
])

interface Change {
  readonly value: number
  /** What it is compared with, in one word. */
  readonly short: string
  /** Whether a larger figure is the better one. */
  readonly largerIsBetter: boolean
  readonly text: string
}

/** Since the first day, and against nothing cleared. */
type Changes = readonly [Change, Change]

function Figure({ id, name, note, help, value, changes }: FigureProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const shown = changes.filter((change) => change.text !== '0')
  const said = ({ text, largerIsBetter }: Change): string =>
    largerIsBetter ? t('app.figures.points', { points: text }) : text
  const [start, uncleared] = changes
  const compared = t('app.figures.changes', { start: said(start), uncleared: said(uncleared) })
  return (
    <Tooltip
      label={`${help} ${compared} ${t('app.figures.more')}`}
      multiline
      w={320}
      events={{ hover: true, focus: true, touch: true }}
    >
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
            {shown.map((change) => (
              <small key={change.short} className={change.value > 0 === change.largerIsBetter ? 'better' : 'worse'}>
                {change.value > 0 ? '▲' : '▼'} {change.text.replace(/^[+−]/, '')} <em>{change.short}</em>
              </small>
            ))}
          </span>
        </div>
        {OBSERVED.has(id) && <Observed figure={id as ObservedKey} />}
      </div>
    </Tooltip>
  )
}

/** The figures of the shown day; each says on hover what it means. */
export function Strip() {
  const { t, language } = useWords()
  const figures = useShownFigures()
  const threshold = useSession((state) => state.threshold)
  if (!figures) return <div className="strip" aria-busy="true" />
  const { now, first, uncleared } = figures
  type Key = 'operatingRate' | 'staffReturn' | 'outputRecovery' | 'leadingOutput' | 'stopped' | 'blocksOpen'
  const change = (key: Key, isShare: boolean): Changes => {
    const from = (other: typeof now, short: string): Change => {
      const value = (now[key] - other[key]) * (isShare ? 100 : 1)
      return { value, short, largerIsBetter: isShare, text: signed(value, 0, language) }
    }
    return [from(first, t('app.figures.sinceStartShort')), from(uncleared, t('app.figures.againstShort'))]
  }
  const oldest =
    now.longestOpenDays === Infinity
      ? t('app.figures.always')
      : t('app.figures.longest', { count: now.longestOpenDays })
  return (
    <section className="strip" aria-label={t('app.figures.title')}>
      <Figure
        id="operatingRate"
        name={t('app.figures.operatingRate')}
        note={<Threshold />}
        help={t('app.figures.operatingRateHelp', {
          threshold: percent(threshold, language),
          byOutput: percent(now.operatingRateByOutput, language),
        })}
        value={percent(now.operatingRate, language)}
        changes={change('operatingRate', true)}
      />
      <Figure
        id="staffReturn"
        name={t('app.figures.staffReturn')}
        note={t('app.figures.byOutput')}
        help={t('app.figures.staffReturnHelp')}
        value={percent(now.staffReturn, language)}
        changes={change('staffReturn', true)}
      />
      <Figure
        id="outputRecovery"
        name={t('app.figures.outputRecovery')}
        note={t('app.figures.ofNormal')}
        help={t('app.figures.outputRecoveryHelp')}
        value={percent(now.outputRecovery, language)}
        changes={change('outputRecovery', true)}
      />
      <Figure
        id="leadingOutput"
        name={t('app.figures.leadingOutput')}
        note={t('app.figures.leadingCount', { count: now.leadingCount })}
        help={t('app.figures.leadingOutputHelp')}
        value={percent(now.leadingOutput, language)}
        changes={change('leadingOutput', true)}
      />
      <Figure
        id="stopped"
        name={t('app.figures.stopped')}
        note={t('app.figures.byOthers', { count: now.stoppedByOthers })}
        help={t('app.figures.stoppedHelp')}
        value={decimal(now.stopped, 0, language)}
        changes={change('stopped', false)}
      />
      <Figure
        id="blocksOpen"
        name={t('app.figures.blocksOpen')}
        note={now.blocksOpen > 0 ? oldest : ''}
        help={t('app.figures.blocksOpenHelp')}
        value={decimal(now.blocksOpen, 0, language)}
        changes={change('blocksOpen', false)}
      />
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
