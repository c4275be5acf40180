import { Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { daysBetween } from '../../../model/dates.ts'
import { percent } from '../../../i18n/format.ts'
import { clearBlocks } from '../../../state/actions/clear-blocks.ts'
import { blockById } from '../../../state/selectors.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { useBlockActions } from '../../block-actions.ts'
import { WaveHover } from './WaveHover.tsx'
import { CurveBeside } from './CurveBeside.tsx'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { useAnswer, type Answered } from './use-planner.ts'

/** Runs that search and proof may take together. */
const MAX_RUNS = 6000

/** Days within which help is first asked for: by the end of most scenarios everything has come back by itself. */
const SOON = 14

export function SmallestPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const chain = useDocument((state) => state.chain)
  const { index, timeline } = tools.input
  const { day, outcome } = tools.shown
  const [rows, setRows] = useState<string[]>(() =>
    tools.input.goal
      .filter((row) => tools.shown.view.level[row]! < 0.9)
      .slice(0, 3)
      .map(String),
  )
  const [level, setLevel] = useState(90)
  const [by, setBy] = useState(tools.isoDate(Math.min(day + SOON, outcome.scenario.days - 1)))
  const [atMost, setAtMost] = useState(4)
  const [measure, setMeasure] = useState<'count' | 'effort'>('count')
  const byDay = daysBetween(outcome.scenario.start, by)
  const isSound = rows.length > 0 && byDay >= day && byDay < outcome.scenario.days
  const cost = timeline.blocks.map((block) => (measure === 'count' ? 1 : (blockById(chain, block.id)?.effort ?? 1)))
  const question = { rows: rows.map(Number), level: level / 100, by: byDay, on: day, atMost, cost, maxRuns: MAX_RUNS }
  const input = isSound ? { ...tools.input, question } : null
  const { state, isOther, start, cancel } = useAnswer('smallest', tools, input)
  const options = [...index.enterpriseIds.keys()].map((row) => ({ value: String(row), label: tools.nameOfRow(row) }))
  return (
    <PlannerFrame
      intro={t('analysis.smallest.intro')}
      state={state}
      isOther={isOther}
      onStart={input && (() => start(input))}
      onCancel={cancel}
      result={(answer) => <Answer answer={answer} now={tools} />}
    >
      <MultiSelect
        size="xs"
        w={280}
        searchable
        limit={60}
        label={t('analysis.smallest.enterprises')}
        data={options}
        value={rows}
        onChange={setRows}
      />
      <NumberInput
        size="xs"
        w={90}
        label={t('analysis.smallest.level')}
        suffix=" %"
        min={1}
        max={100}
        value={level}
        onChange={(value) => setLevel(Number(value) || 1)}
      />
      <TextInput
        size="xs"
        type="date"
        label={t('analysis.smallest.by')}
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <NumberInput
        size="xs"
        w={80}
        label={t('analysis.smallest.atMost')}
        min={1}
        max={12}
        value={atMost}
        onChange={(value) => setAtMost(Number(value) || 1)}
      />
      <Select
        size="xs"
        w={170}
        allowDeselect={false}
        label={t('analysis.smallest.measure')}
        value={measure}
        onChange={(value) => value && setMeasure(value)}
        data={(['count', 'effort'] as const).map((value) => ({ value, label: t(`analysis.smallest.${value}`) }))}
      />
    </PlannerFrame>
  )
}

interface AnswerProps {
  readonly answer: Answered<'smallest'>
  /** Those of the page as it stands, for the curve of what the pointer rests on. */
  readonly now: PlannerTools
}

function Answer({ answer, now }: AnswerProps) {
  const { output, tools, input } = answer
  const { t } = useWords()
  if (output.blocks?.length === 0) return <p>{t('analysis.smallest.noneNeeded')}</p>
  const name = tools.join(input.question.rows.map((row) => tools.nameOfRow(row)))
  return (
    <div className="planner-split">
      {output.blocks ? <Found answer={answer} blocks={output.blocks} /> : <Impossible answer={answer} />}
      <CurveBeside tools={now} of={{ rows: input.question.rows, name }} />
    </div>
  )
}

interface FoundProps {
  readonly answer: Answered<'smallest'>
  readonly blocks: readonly number[]
}

/** The set, and beside each member what is reached without it. */
function Found({ answer: { output, tools, input }, blocks }: FoundProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const actions = useBlockActions()
  const clearingsOf = (set: readonly number[]) => set.map((block) => tools.clearing(block, input.question.on))
  return (
    <ol className="planner-list set-list" aria-label={t('analysis.tabs.smallest')}>
      <WaveHover clearings={clearingsOf(blocks)}>
        <span>
          <strong>
            {t('analysis.smallest.found', { names: blocks.map((block) => tools.nameOfBlock(block)).join(' + ') })}
          </strong>{' '}
          ({t(output.proven ? 'analysis.smallest.proven' : 'analysis.smallest.notProven')})
        </span>
        <Button size="xs" onClick={() => clearBlocks(stores, clearingsOf(blocks))}>
          {t('analysis.apply')}
        </Button>
      </WaveHover>
      {blocks.map((block, at) => (
        <WaveHover key={block} clearings={clearingsOf(blocks.filter((other) => other !== block))}>
          <button type="button" className="link-button" onClick={() => actions.select(tools.idOfBlock(block))}>
            {t('analysis.smallest.needed', {
              name: tools.nameOfBlock(block),
              level: percent(output.without[at]!, language),
            })}
          </button>
        </WaveHover>
      ))}
    </ol>
  )
}

/** How near it comes, and what binds. */
function Impossible({ answer: { output, tools, input } }: { readonly answer: Answered<'smallest'> }) {
  const { question } = input
  const { t, language } = useWords()
  const binding = tools.join(output.binding.map((block) => tools.nameOfBlock(block)))
  const nearest = output.best?.blocks ?? []
  return (
    <div>
      <p>
        {t('analysis.smallest.impossible', {
          count: question.atMost,
          level: percent(question.level, language),
          date: tools.date(question.by),
          reached: percent(output.reached, language),
        })}
      </p>
      {nearest.length > 0 && (
        <WaveHover tag="div" clearings={nearest.map((block) => tools.clearing(block, question.on))}>
          {t('analysis.smallest.nearest', {
            names: nearest.map((block) => tools.nameOfBlock(block)).join(' + '),
            level: percent(output.best!.reached, language),
          })}
        </WaveHover>
      )}
      {binding === '' ? (
        output.reached < question.level && <p>{t('analysis.smallest.time')}</p>
      ) : (
        <p>{t('analysis.smallest.binding', { names: binding })}</p>
      )}
    </div>
  )
}
