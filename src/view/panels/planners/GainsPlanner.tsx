import { Button } from '@mantine/core'
import { useState } from 'react'
import { rankingsOf, SIMPLE_RANKINGS, type SimpleRanking } from '../../../analysis/planners/rankings.ts'
import { changesIn } from '../../../analysis/planners/changes.ts'
import type { BlockGain } from '../../../analysis/planners/gains.ts'
import { signedFully } from '../../../i18n/format.ts'
import { blockById } from '../../../state/selectors.ts'
import { useComputed, useDocument, useWords } from '../../app-context.ts'
import { useBlockActions } from '../../block-actions.ts'
import { blockName } from '../../names.ts'
import { CauseBadge } from '../BlockSigns.tsx'
import { WaveHover } from './WaveHover.tsx'
import { BY_OUTPUT, CountedBy, useGainUnit } from './CountedBy.tsx'
import { CurveBeside } from './CurveBeside.tsx'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { useAnswer, type Answered } from './use-planner.ts'

/** Gains below this many days are shown as none. */
const NO_GAIN = 5e-3

export function GainsPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const [counted, setCounted] = useState(BY_OUTPUT)
  const question = { ...tools.input, ...counted, day: 0 }
  const { state, isOther, start, cancel } = useAnswer('gains', tools, question)
  return (
    <PlannerFrame
      intro={`${t('analysis.gains.intro')}${t('words.gap')}${t('analysis.goal')}${t('words.colon')}${counted.measure === 'output' ? tools.goalName : tools.goalWho}`}
      state={state}
      isOther={isOther}
      onStart={() => start(question)}
      onCancel={cancel}
      result={(answer) => <GainBars answer={answer} now={tools} />}
    >
      <CountedBy counted={counted} onChange={setCounted} />
    </PlannerFrame>
  )
}

interface GainBarsProps {
  readonly answer: Answered<'gains'>
  /** Those of the page as it stands, for the curve of what the pointer rests on. */
  readonly now: PlannerTools
}

function GainBars({ answer, now }: GainBarsProps) {
  const { output: gains, tools } = answer
  const { t } = useWords()
  const { measure = 'output' } = answer.input
  const unit = useGainUnit({ measure })
  if (gains.length === 0) return <p>{t('analysis.gains.none')}</p>
  const most = Math.max(...gains.map(({ gain }) => gain), 1e-9)
  const rankings = rankingsOf(tools.input, gains)
  const rankName: Record<SimpleRanking, string> = {
    value: t('analysis.gains.byValue'),
    severity: t('analysis.gains.bySeverity'),
    degree: t('analysis.gains.byDegree'),
  }
  return (
    <>
      <div className="planner-split">
        <ol className="planner-list gain-rows" aria-label={t('analysis.tabs.gains')}>
          <GainHead rankName={rankName} unit={unit} />
          {gains.map((gain) => (
            <GainRow
              key={gain.block}
              gain={gain}
              most={most}
              ranks={rankings.rows.find((candidate) => candidate.block === gain.block)!}
              rankName={rankName}
              unit={unit}
              hasPairs={measure === 'output'}
              tools={tools}
            />
          ))}
        </ol>
        <CurveBeside tools={now} />
      </div>
      <ul className="planner-notes">
        {gains.every(({ gain }) => gain < 1e-9) && <li>{t('analysis.gains.allZero')}</li>}
        {rankings.disagree.map(({ ranking, block, lost }) => (
          <li key={ranking}>
            {t(measure === 'output' ? 'analysis.gains.disagree' : 'analysis.gains.disagreeDays', {
              ranking: rankName[ranking],
              name: tools.nameOfBlock(block),
              lost: tools.days(lost),
            })}
          </li>
        ))}
        {rankings.disagree.length === 0 && <li>{t('analysis.gains.agree')}</li>}
      </ul>
    </>
  )
}

function GainHead({ rankName, unit }: Pick<GainRowProps, 'rankName' | 'unit'>) {
  const { t } = useWords()
  return (
    <li className="gain-head" aria-hidden="true">
      <span>#</span>
      <span />
      <span>{t('analysis.question.block')}</span>
      <span style={{ gridColumn: 'span 2' }}>{unit}</span>
      {SIMPLE_RANKINGS.map((ranking) => (
        <span key={ranking} className="ranks">
          {rankName[ranking]}
        </span>
      ))}
      <span />
    </li>
  )
}

interface GainRowProps {
  readonly gain: BlockGain
  /** Largest gain of all, > 0. */
  readonly most: number
  readonly ranks: Readonly<Record<SimpleRanking, number>>
  readonly rankName: Readonly<Record<SimpleRanking, string>>
  readonly unit: string
  /** The gains are those that the pairs are told in. */
  readonly hasPairs: boolean
  readonly tools: PlannerTools
}

function GainRow({ gain: answer, most, ranks, rankName, unit, hasPairs, tools }: GainRowProps) {
  const { block, gain, rank } = answer
  const { t, language } = useWords()
  const actions = useBlockActions()
  const chain = useDocument((state) => state.chain)
  const id = tools.idOfBlock(block)
  const cause = blockById(chain, id)?.cause
  const name = tools.nameOfBlock(block)
  return (
    <WaveHover clearings={[tools.clearing(block, 0)]}>
      <span className="rank">{rank}</span>
      {cause ? <CauseBadge cause={cause} /> : <span />}
      <button type="button" className="link-button" title={name} onClick={() => actions.select(id)}>
        {name}
      </button>
      <span className="gain-bar" aria-hidden="true">
        <i style={{ width: `${(100 * Math.max(0, gain)) / most}%` }} />
      </span>
      <strong title={unit}>{signedFully(gain, 2, language)}</strong>
      {SIMPLE_RANKINGS.map((ranking) => (
        <small key={ranking} className="ranks" title={t('analysis.gains.otherRank', { ranking: rankName[ranking] })}>
          {ranks[ranking]}
        </small>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`${t('panels.blocks.clear')} ${name}`}
        onClick={() => actions.clearNow(id)}
      >
        {t('panels.blocks.clear')}
      </Button>
      <GainEffects gain={answer} id={id} hasPairs={hasPairs} tools={tools} />
    </WaveHover>
  )
}

interface GainEffectsProps extends Pick<GainRowProps, 'hasPairs' | 'tools'> {
  readonly gain: BlockGain
  readonly id: string
}

/** Who makes more, when it is first felt, and who loses; of a block that frees nothing alone, with which other one it does. */
function GainEffects({ gain: { gain, firstFelt, winners, losers }, id, hasPairs, tools }: GainEffectsProps) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  // Pairs are those of the chain as it is, for the leading enterprises.
  const pairs = useComputed((state) => state.onlyTogether)
  const pair =
    hasPairs && Math.abs(gain) < NO_GAIN && tools.asking.goalId === null && tools.asking.chain === chain
      ? pairs.find(({ blocks }) => blocks.includes(id))
      : undefined
  const other =
    pair &&
    blockById(
      chain,
      pair.blocks.find((member) => member !== id)!,
    )
  const parts = [
    winners.rows.length > 0 && t('analysis.gains.winners', { count: winners.rows.length }),
    firstFelt >= 0 && t('analysis.gains.firstFelt', { date: tools.date(firstFelt) }),
    losers.rows.length > 0 &&
      t('analysis.gains.losers', {
        names: tools.join(changesIn(losers, 3).map((loser) => tools.nameOfRow(loser.row))),
      }),
    other &&
      t('analysis.gains.togetherWith', {
        name: blockName(chain, other, language),
        gain: signedFully(pair.gain, 2, language),
      }),
  ].filter((part) => typeof part === 'string')
  return parts.length > 0 && <small className="effects">{parts.join(' · ')}</small>
}
