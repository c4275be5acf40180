import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useApp, useSession, useWords } from '../../app-context.ts'
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

function Answer({ answer: { output, tools, input } }: { readonly answer: Answered<'next'> }) {
  const { today, horizon } = input.question
  const { t } = useWords()
  const { stores } = useApp()
  const useful = output.latest.filter(({ row }) => row >= 0)
  const guessed = useful.filter(({ everyDayRun }) => !everyDayRun)
  const useless = output.latest.filter(({ row }) => row < 0)
  const inDays = (count: number) => (count < 0 ? t('analysis.next.never') : t('analysis.next.days', { count }))
  return (
    <>
      {output.rows.length === 0 && <p>{t('analysis.next.none', { days: horizon })}</p>}
      <ol className="planner-list">
        {output.rows.map(({ row, fallsIn, stopsIn }) => (
          <li key={row} className="planner-row">
            <button
              type="button"
              className="link-button"
              onClick={() =>
                stores.session.setState({
                  selection: { kind: 'enterprise', id: tools.input.index.enterpriseIds[row]! },
                })
              }
            >
              {tools.nameOfRow(row)}
            </button>
            <span>
              {t('analysis.next.falls')} {inDays(fallsIn)} · {t('analysis.next.stops')} {inDays(stopsIn)}
            </span>
          </li>
        ))}
      </ol>
      <h3>{t('analysis.next.latestTitle')}</h3>
      <ul>
        {useful.map(({ block, row, stopsIn, latest }) => (
          <li key={block}>
            {t('analysis.next.latest', {
              block: tools.nameOfBlock(block),
              date: tools.date(latest),
              name: tools.nameOfRow(row),
              stop: tools.date(today + stopsIn),
            })}
          </li>
        ))}
        {guessed.length > 0 && (
          <li>
            {t('analysis.next.notEveryDay', {
              block: tools.join(guessed.map(({ block }) => tools.nameOfBlock(block))),
            })}
          </li>
        )}
        {useless.length > 0 && (
          <li>
            {t('analysis.next.noLatest', { block: tools.join(useless.map(({ block }) => tools.nameOfBlock(block))) })}
          </li>
        )}
      </ul>
    </>
  )
}
