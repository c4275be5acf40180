import { Button, CloseButton, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { WORK_VIEWS } from '../../../analysis/worksheet/work-rows.ts'
import type { WorkLook } from '../../../state/session.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { useShownDay, type ShownDay } from '../../shown-day.ts'
import '../panels.css'
import { AssignBar } from './AssignBar.tsx'
import { LeadingStrip } from './LeadingStrip.tsx'
import { SlackStatus } from './SlackStatus.tsx'
import { SurveyDialog } from './SurveyDialog.tsx'
import { useLive } from './use-live.ts'
import { usePrinting } from './use-printing.ts'
import { useSlack } from './use-slack.ts'
import { useWork, WORK_SHOWS, type Work } from './use-work.ts'
import { useWorkActions, type WorkActions } from './use-work-actions.ts'
import './worksheet.css'
import { WorkTable } from './WorkTable.tsx'

/** Every block with who does what by when: assigned, moved, cleared and printed in one place. */
export function WorkSheet() {
  const { t } = useWords()
  const { stores } = useApp()
  const shown = useShownDay()
  const isSurveying = useSession((session) => session.isSurveying)
  const survey = (isOpen: boolean): void => stores.session.setState({ isSurveying: isOpen })
  return (
    <section className="sheet full work-sheet" aria-label={t('work.title')}>
      <div className="sheet-head">
        <h2 className="sheet-title">{t('work.title')}</h2>
        <Button size="compact-sm" variant="default" onClick={() => survey(true)}>
          {t('work.survey.open')}
        </Button>
        <CloseButton aria-label={t('work.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      {shown ? <Body shown={shown} /> : <p className="work-empty">{t('app.noScenario')}</p>}
      {isSurveying && <SurveyDialog onClose={() => survey(false)} />}
    </section>
  )
}

const NONE: ReadonlySet<string> = new Set()

function Body({ shown }: { readonly shown: ShownDay }) {
  const { t } = useWords()
  const { outcome, day } = shown
  const [selected, setSelected] = useState(NONE)
  const slacks = useSlack(outcome, day)
  const live = useLive(outcome)
  const work = useWork(shown, slacks.known)
  const actions = useWorkActions(outcome.scenario)
  const { printing, print, cancel } = usePrinting()
  const rows = work.found.filter(({ block }) => selected.has(block.id))
  return (
    <>
      <div className="work-tools">
        <Looks work={work} />
        <SlackStatus slacks={slacks} />
        {work.apart.length > 0 && <PlayDue work={work} actions={actions} />}
        {printing ? (
          <span role="status">
            {t('work.print.making', printing)}{' '}
            <Button size="compact-sm" variant="default" onClick={cancel}>
              {t('app.cancel')}
            </Button>
          </span>
        ) : (
          <Button size="compact-sm" variant="default" disabled={work.all.length === 0} onClick={() => print(work.look.view, null)}>
            {t('work.print.all')}
          </Button>
        )}
      </div>
      <LeadingStrip shown={shown} live={live} />
      {rows.length > 0 && (
        <AssignBar rows={rows} shown={shown} actions={actions} onDone={() => setSelected(NONE)} />
      )}
      {work.found.length === 0 ? (
        <Empty work={work} />
      ) : (
        <WorkTable
          shown={shown}
          work={work}
          slacks={slacks}
          live={live}
          actions={actions}
          selected={selected}
          onSelect={setSelected}
          onPrint={(group) => print(work.look.view, group)}
        />
      )}
    </>
  )
} // prettier-ignore

/** Grouping and filter, as they were left. */
function Looks({ work: { look, all, found, overdue, withoutEvidence } }: { readonly work: Work }) {
  const { t } = useWords()
  const { stores } = useApp()
  const set = (part: Partial<WorkLook>) => stores.session.setState({ work: { ...look, ...part } })
  const hidden = all.length - found.length
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('work.view.title')}
        value={look.view}
        onChange={(view) => set({ view })}
        data={WORK_VIEWS.map((value) => ({ value, label: t(`work.view.${value}`) }))}
      />
      <select
        className="work-field boxed"
        aria-label={t('work.show.title')}
        value={look.show}
        onChange={(event) => set({ show: event.currentTarget.value as WorkLook['show'] })}
      >
        {WORK_SHOWS.map((value) => (
          <option key={value} value={value}>
            {t(`work.show.${value}`)}
          </option>
        ))}
      </select>
      <TextInput
        size="xs"
        aria-label={t('work.filter')}
        placeholder={t('work.filter')}
        value={look.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <span role="status" className="sheet-count">
        {t('work.counts.blocks', { count: found.length })}
        {overdue > 0 && ` · ${t('work.counts.overdue', { count: overdue })}`}
        {withoutEvidence > 0 && ` · ${t('work.counts.withoutEvidence', { count: withoutEvidence })}`}
      </span>
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => set({ show: 'all', text: '' })}>
          {t('work.hidden', { count: hidden })}
        </Button>
      )}
    </>
  )
}

/** Due dates that the shown scenario does not play: one click makes them its clearing days. */
function PlayDue({ work, actions }: { readonly work: Work; readonly actions: WorkActions }) {
  const { t } = useWords()
  return (
    <Button size="compact-sm" variant="light" title={t('work.apartHelp')} onClick={() => actions.playDue(work.apart)}>
      {t('work.playDue', { count: work.apart.length })}
    </Button>
  )
}

function Empty({ work }: { readonly work: Work }) {
  const { t } = useWords()
  const { stores } = useApp()
  if (work.all.length > 0) return <p className="work-empty">{t('work.emptyFilter')}</p>
  return (
    <div className="work-empty">
      <p>{t('work.empty')}</p>
      <Button size="compact-sm" onClick={() => stores.session.setState({ table: 'bring' })}>
        {t('app.bringIn')}
      </Button>
    </div>
  )
}
