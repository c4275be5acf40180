import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReachAnswer } from '../../../analysis/planners/reach.ts'
import { daysBetween } from '../../../model/dates.ts'
import { percent } from '../../../i18n/format.ts'
import { useWords } from '../../app-context.ts'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { useAnswer } from './use-planner.ts'

/** "If [block] is cleared on [day], when does [enterprise] reach [80 %]?" */
export function QuestionPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const { index, timeline, goal } = tools.input
  const { outcome, day } = tools.shown
  const [block, setBlock] = useState(timeline.blocks.length > 0 ? '0' : '-1')
  const [on, setOn] = useState(tools.isoDate(day))
  const [row, setRow] = useState(String(goal[0] ?? 0))
  const [level, setLevel] = useState(80)
  const onDay = daysBetween(outcome.scenario.start, on)
  const isSound = onDay >= 0 && onDay < outcome.scenario.days
  const clearings = new Map(Number(block) >= 0 ? [[Number(block), onDay] as const] : [])
  const asked = { row: Number(row), level: level / 100 }
  const question = isSound ? { ...tools.input, clearings, ...asked } : null
  const { state, isOther, start, cancel } = useAnswer('reach', tools, question)
  return (
    <PlannerFrame
      intro={t('analysis.question.intro')}
      state={state}
      isOther={isOther}
      onStart={question && (() => start(question))}
      onCancel={cancel}
      result={({ output, tools: then, input }) => <Answer output={output} tools={then} asked={input} />}
    >
      <span className="question-word">{t('analysis.question.before')}</span>
      <Select
        size="xs"
        w={200}
        searchable
        allowDeselect={false}
        aria-label={t('analysis.question.block')}
        value={block}
        onChange={(value) => value && setBlock(value)}
        data={[
          { value: '-1', label: t('analysis.question.nothing') },
          ...timeline.blocks.map((_, at) => ({ value: String(at), label: tools.nameOfBlock(at) })),
        ]}
      />
      <span className="question-word">{t('analysis.question.clearedOn')}</span>
      <TextInput
        size="xs"
        type="date"
        aria-label={t('analysis.question.day')}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <span className="question-word">{t('analysis.question.when')}</span>
      <Select
        size="xs"
        w={200}
        searchable
        limit={80}
        allowDeselect={false}
        aria-label={t('analysis.question.enterprise')}
        value={row}
        onChange={(value) => value && setRow(value)}
        data={[...index.enterpriseIds.keys()].map((at) => ({ value: String(at), label: tools.nameOfRow(at) }))}
      />
      <span className="question-word">{t('analysis.question.reach')}</span>
      <NumberInput
        size="xs"
        w={84}
        aria-label={t('analysis.question.level')}
        suffix=" %"
        min={1}
        max={200}
        value={level}
        onChange={(value) => setLevel(Number(value) || 1)}
      />
      <span className="question-word">{t('analysis.question.end')}</span>
    </PlannerFrame>
  )
}

interface AnswerProps {
  readonly output: ReachAnswer
  readonly tools: PlannerTools
  readonly asked: { readonly row: number; readonly level: number }
}

function Answer({ output, tools, asked }: AnswerProps) {
  const { t, language } = useWords()
  const name = tools.nameOfRow(asked.row)
  const level = percent(asked.level, language)
  if (output.first < 0) {
    const most = percent(
      output.level.reduce((largest, now) => Math.max(largest, now), 0),
      language,
    )
    return <p>{t('analysis.question.never', { name, level, most })}</p>
  }
  return (
    <p>
      <strong>
        {t('analysis.question.answer', { name, level, date: tools.date(output.first), day: output.first + 1 })}
      </strong>{' '}
      {output.holdsFrom >= 0
        ? t('analysis.question.holds', { date: tools.date(output.holdsFrom) })
        : t('analysis.question.notHolds')}
    </p>
  )
}
