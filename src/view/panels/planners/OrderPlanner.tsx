import { Button, Group, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { BestOrder } from '../../../analysis/planners/best-order.ts'
import { clearBlocks } from '../../../state/actions/clear-blocks.ts'
import { blockById } from '../../../state/selectors.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { useBlockActions } from '../../block-actions.ts'
import { saveText } from './save-text.ts'
import { WaveHover } from './WaveHover.tsx'
import { CurveBeside } from './CurveBeside.tsx'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { useAnswer } from './use-planner.ts'

const MAX_RUNS = 60_000

export function OrderPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const chain = useDocument((state) => state.chain)
  const [crews, setCrews] = useState(1)
  const effort = tools.input.timeline.blocks.map((block) => blockById(chain, block.id)?.effort ?? 1)
  const question = { ...tools.input, question: { crews, from: tools.shown.day, effort, maxRuns: MAX_RUNS } }
  const { state, isOther, start, cancel } = useAnswer('order', tools, question)
  return (
    <PlannerFrame
      intro={`${t('analysis.order.intro')}${t('words.gap')}${t('analysis.goal')}${t('words.colon')}${tools.goalName}`}
      state={state}
      isOther={isOther}
      onStart={() => start(question)}
      onCancel={cancel}
      result={({ output, tools: asked }) => <Answer output={output} tools={asked} now={tools} />}
    >
      <NumberInput
        size="xs"
        w={110}
        label={t('analysis.order.crews')}
        min={1}
        max={50}
        value={crews}
        onChange={(value) => setCrews(Number(value) || 1)}
      />
    </PlannerFrame>
  )
}

interface AnswerProps {
  readonly output: BestOrder
  readonly tools: PlannerTools
  /** Those of the page as it stands, for the curve of what the pointer rests on. */
  readonly now: PlannerTools
}

function Answer({ output, tools, now }: AnswerProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const { jobs, comparisons, proven, boundHolds, bound, score } = output
  if (jobs.length === 0) return <p>{t('analysis.order.none')}</p>
  const won = (value: number) => tools.days(value - comparisons.doingNothing)
  const proof = proven ? 'analysis.order.proven' : boundHolds ? 'analysis.order.bound' : 'analysis.order.notProven'
  const clearings = jobs.map(({ block, end }) => tools.clearing(block, end))
  return (
    <>
      <div className="planner-answer">
        <div>
          <p>
            <strong>{t('analysis.order.score', { days: won(score) })}</strong> (
            {t(proof, { gap: tools.days(bound - score) })})
          </p>
          <p className="meta">
            {t('analysis.order.compare', {
              largest: won(comparisons.largestFirst),
              first: won(comparisons.firstComeFirstServed),
              random: won(comparisons.random),
            })}
          </p>
        </div>
        <Group gap="xs">
          <Button size="xs" onClick={() => clearBlocks(stores, clearings)}>
            {t('analysis.apply')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              saveText('order.csv', [
                ['block', 'name', 'crew', 'start', 'cleared'],
                ...jobs.map(({ block, crew, start, end }) => [
                  tools.idOfBlock(block),
                  tools.nameOfBlock(block),
                  crew + 1,
                  tools.isoDate(Math.floor(start)),
                  tools.isoDate(end),
                ]),
              ])
            }
          >
            {t('analysis.export')}
          </Button>
        </Group>
      </div>
      <div className="planner-split">
        <WaveHover tag="div" clearings={clearings}>
          <OrderBars output={output} tools={tools} />
        </WaveHover>
        <CurveBeside tools={now} />
      </div>
    </>
  )
}

/** The work of each crew as bars on the days. */
function OrderBars({ output, tools }: { readonly output: BestOrder; readonly tools: PlannerTools }) {
  const { t } = useWords()
  const actions = useBlockActions()
  const first = Math.min(...output.jobs.map(({ start }) => start))
  const last = Math.max(...output.jobs.map(({ end }) => end))
  const share = (day: number) => `${(100 * (day - first)) / Math.max(1e-9, last - first)}%`
  return (
    <ol className="planner-list order-rows" aria-label={t('analysis.tabs.order')}>
      {output.jobs.map(({ block, crew, start, end }) => (
        <li key={block} className="planner-row">
          <span className="rank">{t('analysis.order.crew', { number: crew + 1 })}</span>
          <span className="order-track">
            <i style={{ left: share(start), width: `calc(${share(end)} - ${share(start)})` }} />
          </span>
          <button type="button" className="link-button" onClick={() => actions.select(tools.idOfBlock(block))}>
            {t('analysis.order.done', {
              name: tools.nameOfBlock(block),
              start: tools.date(Math.floor(start)),
              end: tools.date(end),
            })}
          </button>
        </li>
      ))}
    </ol>
  )
}
