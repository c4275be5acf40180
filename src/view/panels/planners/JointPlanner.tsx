import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { signedFully } from '../../../i18n/format.ts'
import { clearBlocks } from '../../../state/actions/clear-blocks.ts'
import { useApp, useWords } from '../../app-context.ts'
import { WaveHover } from './WaveHover.tsx'
import { BY_OUTPUT, CountedBy } from './CountedBy.tsx'
import { CurveBeside } from './CurveBeside.tsx'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { useAnswer, type Answered } from './use-planner.ts'

const SHOWN = 40

export function JointPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const [seconds, setSeconds] = useState(3)
  const [counted, setCounted] = useState(BY_OUTPUT)
  const question = { ...tools.input, ...counted, day: 0, budgetMs: seconds * 1000 }
  const { state, isOther, start, cancel } = useAnswer('joint', tools, question)
  return (
    <PlannerFrame
      intro={`${t('analysis.joint.intro')}${t('words.gap')}${t('analysis.goal')}${t('words.colon')}${counted.measure === 'output' ? tools.goalName : tools.goalWho}`}
      state={state}
      isOther={isOther}
      onStart={() => start(question)}
      onCancel={cancel}
      result={(answer) => <Joints answer={answer} now={tools} />}
    >
      <CountedBy counted={counted} onChange={setCounted} />
      <NumberInput
        size="xs"
        w={150}
        label={t('analysis.joint.budget')}
        min={0}
        max={120}
        value={seconds}
        onChange={(value) => setSeconds(Number(value) || 0)}
      />
    </PlannerFrame>
  )
}

function Joints({ answer, now }: { readonly answer: Answered<'joint'>; readonly now: PlannerTools }) {
  const { output: result, input, tools } = answer
  const { t, language } = useWords()
  const { stores } = useApp()
  return (
    <>
      <p className="meta">
        {t('analysis.joint.tried', { pairs: result.pairs, triples: result.triples, all: result.triplesInAll })}
      </p>
      {result.rows.length === 0 && <p>{t('analysis.joint.none')}</p>}
      <div className="planner-split">
        <ol className="planner-list joint-list">
          {result.rows.slice(0, SHOWN).map(({ blocks, together, apart, onlyTogether }) => {
            const names = blocks.map((block) => tools.nameOfBlock(block)).join(' + ')
            const clearings = blocks.map((block) => tools.clearing(block, input.day))
            return (
              <WaveHover key={blocks.join()} clearings={clearings}>
                <span>{t(onlyTogether ? 'analysis.joint.only' : 'analysis.joint.also', { names })}</span>
                <span className="joint-gain">
                  <strong title={t('analysis.joint.joint')}>{signedFully(together - apart, 2, language)}</strong>
                  <small>
                    {t('analysis.joint.together', { days: tools.days(together) })} ·{' '}
                    {t('analysis.joint.apart', { days: tools.days(apart) })}
                  </small>
                </span>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`${t('panels.blocks.clear')} ${names}`}
                  onClick={() => clearBlocks(stores, clearings)}
                >
                  {blocks.length === 2
                    ? t('panels.blocks.clearBoth')
                    : t('panels.card.clearAll', { count: blocks.length })}
                </Button>
              </WaveHover>
            )
          })}
        </ol>
        <CurveBeside tools={now} />
      </div>
    </>
  )
}
