import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { LatestDay, NextToStop } from '../../../analysis/planners/next-to-stop.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { useBlockActions } from '../../block-actions.ts'
import { WaveHover } from './WaveHover.tsx'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { useAnswer, type Answered } from './use-planner.ts'

export function NextPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const [horizon, setHorizon] = useState(60)
  const threshold = useSession((state) => state.threshold)
  const { index, timeline } = tools.input
  const question = { index, timeline, question: { today: tools.shown.day, horizon, threshold } }
  const { state, isOther, start, cancel } = useAnswer('next', tools, question)
  return (
    <PlannerFrame
      intro={t('analysis.next.intro', { days: horizon })}
      state={state}
      isOther={isOther}
      onStart={() => start(question)}
      onCancel={cancel}
      result={(answer) => <Answer answer={answer} />}
    >
      <NumberInput
        size="xs"
        w={100}
        label={t('analysis.next.horizon')}
        min={7}
        max={365}
        value={horizon}
        onChange={(value) => setHorizon(Number(value) || 60)}
      />
    </PlannerFrame>
  )
}

/** Rows that are drawn; of a whole region's chain thousands may stop. */
const SHOWN = 200

function Answer({ answer }: { readonly answer: Answered<'next'> }) {
  const { output, tools, input } = answer
  const { t } = useWords()
  if (output.rows.length === 0) return <p>{t('analysis.next.none', { days: input.question.horizon })}</p>
  const more = output.rows.length - SHOWN
  return (
    <div className="planner-split even">
      <div>
        <ol className="planner-list" aria-label={t('analysis.tabs.next')}>
          {output.rows.slice(0, SHOWN).map((row) => (
            <NextRow key={row.row} next={row} tools={tools} />
          ))}
        </ol>
        {more > 0 && <p className="meta">{t('panels.card.moreChanges', { count: more })}</p>}
      </div>
      <LatestDays answer={answer} />
    </div>
  )
}

function NextRow({
  next: { row, fallsIn, stopsIn },
  tools,
}: {
  readonly next: NextToStop
  readonly tools: PlannerTools
}) {
  const { t } = useWords()
  const { stores } = useApp()
  const id = tools.input.index.enterpriseIds[row]!
  const parts = [
    fallsIn > 0 && t('analysis.next.falls', { count: fallsIn }),
    stopsIn >= 0 ? t('analysis.next.stops', { count: stopsIn }) : t('analysis.next.never'),
  ].filter((part) => typeof part === 'string')
  return (
    <li className="planner-row">
      <button
        type="button"
        className="link-button"
        onClick={() => stores.session.setState({ selection: { kind: 'enterprise', id } })}
      >
        {tools.nameOfRow(row)}
      </button>
      <span>{parts.join(' · ')}</span>
    </li>
  )
}

/** By when each block must be cleared, earliest first; what no clearing alone avoids is named last. */
function LatestDays({ answer: { output, tools, input } }: { readonly answer: Answered<'next'> }) {
  const { t } = useWords()
  const actions = useBlockActions()
  const useful = output.latest.filter(({ row }) => row >= 0).toSorted((a, b) => a.latest - b.latest)
  const guessed = useful.filter(({ everyDayRun }) => !everyDayRun)
  const useless = output.latest.filter(({ row }) => row < 0)
  // Where nothing stops it says little that a clearing avoids no stop.
  const isHarmless = useful.length === 0 && output.rows.every(({ stopsIn }) => stopsIn < 0)
  const namesOf = (days: readonly LatestDay[]) => tools.join(days.map(({ block }) => tools.nameOfBlock(block)))
  return (
    <div>
      <h3>{t('analysis.next.latestTitle')}</h3>
      <ol className="planner-list" aria-label={t('analysis.next.latestTitle')}>
        {useful.map(({ block, row, stopsIn, latest }) => (
          <WaveHover key={block} clearings={[tools.clearing(block, latest)]}>
            <button type="button" className="link-button" onClick={() => actions.select(tools.idOfBlock(block))}>
              {t('analysis.next.latest', {
                block: tools.nameOfBlock(block),
                date: tools.date(latest),
                name: tools.nameOfRow(row),
                stop: tools.date(input.question.today + stopsIn),
              })}
            </button>
          </WaveHover>
        ))}
      </ol>
      {guessed.length > 0 && <p className="meta">{t('analysis.next.notEveryDay', { block: namesOf(guessed) })}</p>}
      {isHarmless && <p>{t('analysis.next.noneStops')}</p>}
      {useless.length > 0 && !isHarmless && (
        <p className="meta">{t('analysis.next.noLatest', { block: namesOf(useless) })}</p>
      )}
    </div>
  )
}
