import { rankingsOf, type SimpleRanking } from '../../../analysis/planners/rankings.ts'
import { whatIf } from '../../../analysis/planners/what-if.ts'
import type { BlockGain } from '../../../analysis/planners/gains.ts'
import { useWords } from '../../app-context.ts'
import { useBlockActions } from '../../block-actions.ts'
import { BlockHover } from './BlockHover.tsx'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { usePlanner } from './use-planner.ts'

export function GainsPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const { state, start, cancel } = usePlanner('gains')
  return (
    <PlannerFrame
      intro={`${t('analysis.gains.intro')} ${t('analysis.goal')}: ${tools.goalName}`}
      state={state}
      onStart={() => start({ ...tools.input, day: 0 })}
      onCancel={cancel}
      result={(gains) => <GainBars gains={gains} tools={tools} />}
    />
  )
}

function GainBars({ gains, tools }: { readonly gains: readonly BlockGain[]; readonly tools: PlannerTools }) {
  const { t } = useWords()
  const actions = useBlockActions()
  if (gains.length === 0) return <p>{t('analysis.gains.none')}</p>
  const most = Math.max(...gains.map(({ gain }) => gain), 1e-9)
  const rankings = rankingsOf(whatIf(tools.input.index, tools.input.timeline, { rows: tools.input.goal }), gains)
  const rankName: Record<SimpleRanking, string> = {
    value: t('analysis.gains.byValue'),
    severity: t('analysis.gains.bySeverity'),
    degree: t('analysis.gains.byDegree'),
  }
  return (
    <>
      {gains.every(({ gain }) => gain < 1e-9) && <p>{t('analysis.gains.allZero')}</p>}
      {rankings.disagree.map(({ ranking, block, lost }) => (
        <p key={ranking}>
          {t('analysis.gains.disagree', {
            ranking: rankName[ranking],
            name: tools.nameOfBlock(block),
            lost: tools.days(lost),
          })}
        </p>
      ))}
      {rankings.disagree.length === 0 && <p>{t('analysis.gains.agree')}</p>}
      <ol className="planner-list">
        {gains.map(({ block, gain, rank, losers }) => {
          const row = rankings.rows.find((candidate) => candidate.block === block)!
          return (
            <BlockHover key={block} clearings={[{ block: tools.idOfBlock(block), on: tools.isoDate(0) }]}>
              <span className="rank">{rank}</span>
              <button type="button" className="link-button" onClick={() => actions.select(tools.idOfBlock(block))}>
                {tools.nameOfBlock(block)}
              </button>
              <span className="gain-bar" aria-hidden="true">
                <i style={{ width: `${(100 * Math.max(0, gain)) / most}%` }} />
              </span>
              <strong>{tools.days(gain)}</strong>
              <small>
                {rankName.value} {row.value} · {rankName.severity} {row.severity} · {rankName.degree} {row.degree}
                {losers.length > 0 &&
                  ` · ${t('analysis.gains.losers', { names: tools.join(losers.slice(0, 3).map((loser) => tools.nameOfRow(loser.row))) })}`}
              </small>
            </BlockHover>
          )
        })}
      </ol>
    </>
  )
}
