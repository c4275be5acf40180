import { NumberInput, Select, TextInput } from '@mantine/core'
import { Fragment, useState } from 'react'
import type { BlockGain } from '../../../analysis/planners/gains.ts'
import { daysBetween } from '../../../model/dates.ts'
import { percent } from '../../../i18n/format.ts'
import { useApp, useComputed, useWords } from '../../app-context.ts'
import { WaveHover } from './WaveHover.tsx'
import { CurveBeside } from './CurveBeside.tsx'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { useAnswer, type Answered } from './use-planner.ts'

const NO_GAINS: readonly BlockGain[] = []

/** The two blocks of the sentence. */
const PLACES = ['block', 'other'] as const

/** What stands first in the list of blocks: one, or two that free something only together; -1 = none. */
function useFirstBlocks({ input: { timeline } }: PlannerTools): () => readonly number[] {
  const gains = useComputed((state) => (state.gains.kind === 'done' ? state.gains.gains : NO_GAINS))
  const pairs = useComputed((state) => state.onlyTogether)
  return () => {
    const [pair] = pairs
    const [first] = gains
    const alone = timeline.blocks.length > 0 ? (first?.block ?? 0) : -1
    if (!pair || (first && first.gain > pair.gain)) return [alone, -1]
    return pair.blocks.map((id) => timeline.blocks.findIndex((block) => block.id === id))
  }
}

/** "If [block] (and [block]) is cleared on [day], when does [enterprise] reach [80 %]?" */
export function QuestionPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const { index, timeline, goal } = tools.input
  const { outcome, day, view } = tools.shown
  const [blocks, setBlocks] = useState(useFirstBlocks(tools))
  const [on, setOn] = useState(tools.isoDate(day))
  const [level, setLevel] = useState(80)
  const [row, setRow] = useState(String(goal.find((each) => view.level[each]! < level / 100) ?? goal[0] ?? 0))
  const onDay = daysBetween(outcome.scenario.start, on)
  const isSound = onDay >= 0 && onDay < outcome.scenario.days
  const clearings = new Map(blocks.filter((block) => block >= 0).map((block) => [block, onDay] as const))
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
      result={(answer) => <Answer answer={answer} now={tools} />}
    >
      <span className="question-word">{t('analysis.question.before')}</span>
      {blocks.map((block, place) => (
        <Fragment key={PLACES[place]}>
          {place > 0 && <span className="question-word">{t('analysis.question.and')}</span>}
          <Select
            size="xs"
            w={190}
            searchable
            limit={80}
            allowDeselect={false}
            aria-label={t(`analysis.question.${PLACES[place]!}`)}
            value={String(block)}
            onChange={(value) => value && setBlocks(blocks.with(place, Number(value)))}
            data={[
              { value: '-1', label: t(place === 0 ? 'analysis.question.nothing' : 'analysis.question.noOther') },
              ...timeline.blocks.map((_, at) => ({ value: String(at), label: tools.nameOfBlock(at) })),
            ]}
          />
        </Fragment>
      ))}
      <span className="question-word">{t('analysis.question.clearedOn', { count: clearings.size })}</span>
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
  readonly answer: Answered<'reach'>
  /** Those of the page as it stands, for the curve of what the pointer rests on. */
  readonly now: PlannerTools
}

function Answer({ answer: { output, tools, input }, now }: AnswerProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const select = (id: string) => stores.session.setState({ selection: { kind: 'enterprise', id } })
  const name = tools.nameOfRow(input.row)
  const level = percent(input.level, language)
  const most = percent(
    output.level.reduce((largest, day) => Math.max(largest, day), 0),
    language,
  )
  const clearings = [...input.clearings].map(([block, day]) => tools.clearing(block, day))
  return (
    <div className="planner-split">
      <ol className="planner-list">
        <WaveHover clearings={clearings}>
          <button
            type="button"
            className="link-button"
            onClick={() => select(tools.input.index.enterpriseIds[input.row]!)}
          >
            {output.first < 0
              ? t('analysis.question.never', { name, level, most })
              : t('analysis.question.answer', { name, level, date: tools.date(output.first), day: output.first + 1 })}
          </button>
          {output.first >= 0 && (
            <span>
              {output.holdsFrom >= 0
                ? t('analysis.question.holds', { date: tools.date(output.holdsFrom) })
                : t('analysis.question.notHolds')}
            </span>
          )}
        </WaveHover>
      </ol>
      <CurveBeside tools={now} of={{ rows: [input.row], name, answer: output.level }} />
    </div>
  )
}
