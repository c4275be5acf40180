import type { Ranges } from '../../../analysis/planners/ranges.ts'
import { localPart } from '../../../model/local-part.ts'
import { useWords } from '../../app-context.ts'
import { blockNameById, enterpriseName } from '../../names.ts'
import { useBlockActions } from '../../block-actions.ts'
import { firstOfRanges } from './first-of-ranges.ts'
import { WaveHover } from './WaveHover.tsx'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { useAnswer } from './use-planner.ts'

export function RangesPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const { chain, scenario } = tools.shown.outcome
  const goalIds = tools.input.goal.map((row) => tools.input.index.enterpriseIds[row]!)
  const hasRanges =
    (chain.blocks ?? []).some(({ severity }) => typeof severity !== 'number') ||
    (chain.inputs ?? []).some(({ coverDays }) => coverDays !== undefined && typeof coverDays !== 'number')
  const question = hasRanges ? { chain, scenario, day: 0, goalIds } : null
  const { state, isOther, start, cancel } = useAnswer('ranges', tools, question)
  return (
    <PlannerFrame
      intro={hasRanges ? t('analysis.ranges.intro') : t('analysis.ranges.none')}
      state={state}
      isOther={isOther}
      onStart={question && (() => start(question))}
      onCancel={cancel}
      result={(answer) => <Answer output={answer.output} tools={answer.tools} />}
    />
  )
}

function Answer({ output, tools }: { readonly output: Ranges; readonly tools: PlannerTools }) {
  const { t, language } = useWords()
  const actions = useBlockActions()
  const { chain } = tools.asking
  const nameOf = (id: string) => blockNameById(chain, id, language)
  const { askFirst, gains } = output
  const first = firstOfRanges(output)
  const most = Math.max(1e-9, ...gains.map(({ high }) => high))
  const unknown =
    askFirst === null
      ? null
      : askFirst.kind === 'severity'
        ? t('analysis.ranges.severityOf', { name: nameOf(askFirst.block) })
        : t('analysis.ranges.coverOf', {
            product: localPart(askFirst.product, language),
            name: enterpriseName(chain, askFirst.enterprise, language),
          })
  const how = output.bounds
    ? t('analysis.ranges.bounds')
    : t(output.allEnds ? 'analysis.ranges.ends' : 'analysis.ranges.sampled', { cases: output.cases })
  return (
    <>
      {first.certainly.length > 0 && (
        <p>{t('analysis.ranges.certainly', { names: tools.join(first.certainly.map(nameOf)) })}</p>
      )}
      {first.may.length > 0 && <p>{t('analysis.ranges.may', { names: tools.join(first.may.map(nameOf)) })}</p>}
      <p>{t(`analysis.ranges.${first.next}`, { unknown: unknown ?? '' })}</p>
      <p className="meta">
        {how}
        {t('words.gap')}
        {t('analysis.ranges.unit')}
      </p>
      <ol className="planner-list range-list">
        {gains.map(({ block, low, high }) => (
          <WaveHover key={block} clearings={[{ block, on: tools.isoDate(0) }]}>
            <button type="button" className="link-button" onClick={() => actions.select(block)}>
              {nameOf(block)}
            </button>
            <span className="gain-bar" aria-hidden="true">
              <i
                style={{
                  marginLeft: `${(100 * Math.max(0, low)) / most}%`,
                  width: `${(100 * Math.max(0, high - Math.max(0, low))) / most}%`,
                }}
              />
            </span>
            <strong>
              {tools.days(low)}
              {tools.days(high) === tools.days(low) ? '' : ` … ${tools.days(high)}`}
            </strong>
          </WaveHover>
        ))}
      </ol>
    </>
  )
}
