import { Button } from '@mantine/core'
import type { EmergencyDelivery } from '../../../analysis/planners/delivery-search.ts'
import type { WaitingLoop } from '../../../analysis/planners/restart-gap.ts'
import type { Clearing, Delivery } from '../../../model/chain.ts'
import { addDelivery } from '../../../state/actions/add-delivery.ts'
import { localPart } from '../../../model/local-part.ts'
import { decimal } from '../../../i18n/format.ts'
import { useApp, useWords } from '../../app-context.ts'
import { CurveBeside } from './CurveBeside.tsx'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { useAnswer, type Answered } from './use-planner.ts'
import { WaveHover } from './WaveHover.tsx'

export function RestartPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const question = { index: tools.input.index, timeline: tools.input.timeline }
  const { state, isOther, start, cancel } = useAnswer('restart', tools, question)
  return (
    <PlannerFrame
      intro={t('analysis.restart.intro')}
      state={state}
      isOther={isOther}
      onStart={() => start(question)}
      onCancel={cancel}
      result={(answer) => <Answer answer={answer} now={tools} />}
    />
  )
}

interface AnswerProps {
  readonly answer: Answered<'restart'>
  /** Those of the page as it stands, for the curve of what the pointer rests on. */
  readonly now: PlannerTools
}

function Answer({ answer: { output, tools }, now }: AnswerProps) {
  const { t } = useWords()
  const { stuck, loops, deliveries, together, untried } = output
  if (stuck.length === 0) return <p>{t('analysis.restart.none')}</p>
  const names = tools.join(stuck.slice(0, 8).map(tools.nameOfRow))
  return (
    <>
      <p>{t('analysis.restart.stuck', { count: stuck.length, names })}</p>
      {loops.map((loop) => (
        <Loop key={loop.members.join()} loop={loop} tools={tools} />
      ))}
      {deliveries.length === 0 && together.length === 0 && <p>{t('analysis.restart.noDelivery')}</p>}
      {deliveries.length > 1 && <p>{t('analysis.restart.each')}</p>}
      {together.length > 0 && <p>{t('analysis.restart.together')}</p>}
      <div className="planner-split">
        <ol className="planner-list" aria-label={t('analysis.tabs.restart')}>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.group} delivery={delivery} tried={[delivery]} tools={tools} />
          ))}
          {together.map((delivery) => (
            <DeliveryRow key={delivery.group} delivery={delivery} tried={together} tools={tools} />
          ))}
        </ol>
        {deliveries.length + together.length > 0 && <CurveBeside tools={now} of={{ rows: stuck, name: names }} />}
      </div>
      {untried > 0 && <p className="meta">{t('analysis.restart.untried', { count: untried })}</p>}
    </>
  )
}

function Loop({ loop: { members, missing }, tools }: { readonly loop: WaitingLoop; readonly tools: PlannerTools }) {
  const { t, language } = useWords()
  return (
    <div>
      <strong>{t('analysis.restart.loop', { names: members.map(tools.nameOfRow).join(' → ') })}</strong>
      <ul>
        {missing.map(({ row, group, perDay }) => (
          <li key={group}>
            {t('analysis.restart.missing', {
              name: tools.nameOfRow(row),
              amount: decimal(perDay, 4, language),
              product: localPart(tools.input.index.groupProducts[group]!, language),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A delivery in the words of the document. */
const deliveryIn = (
  { input: { index }, isoDate }: PlannerTools,
  { group, amount, day }: EmergencyDelivery,
): Delivery => ({
  enterprise: index.enterpriseIds[index.groupEnterprise[group]!]!,
  product: index.groupProducts[group]!,
  amount,
  on: isoDate(day),
})

/** Blocks without an end, gone as the question has it: else a delivery would come to nothing. */
const openOnes = ({ input: { timeline }, clearing }: PlannerTools): readonly Clearing[] =>
  timeline.blocks.flatMap((block, position) => (block.until === Infinity ? [clearing(position, 0)] : []))

interface DeliveryRowProps {
  readonly delivery: EmergencyDelivery
  /** Whose wave is shown: it alone, or those that restart the chain together. */
  readonly tried: readonly EmergencyDelivery[]
  readonly tools: PlannerTools
}

function DeliveryRow({ delivery, tried, tools }: DeliveryRowProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const { day, group, tooLittle } = delivery
  const written = deliveryIn(tools, delivery)
  const values = {
    amount: decimal(written.amount, 4, language),
    product: localPart(written.product, language),
    name: tools.nameOfRow(tools.input.index.groupEnterprise[group]!),
    date: tools.date(day),
  }
  return (
    <WaveHover clearings={openOnes(tools)} deliveries={tried.map((one) => deliveryIn(tools, one))}>
      <strong>{t('analysis.restart.delivery', values)}</strong>
      <small>
        {tooLittle > 0
          ? t('analysis.restart.checked', { amount: decimal(tooLittle, 4, language) })
          : t('analysis.restart.checkedLeast')}
      </small>
      {day < tools.input.timeline.days ? (
        <Button size="compact-xs" onClick={() => addDelivery(stores, written)}>
          {t('analysis.restart.add')}
        </Button>
      ) : (
        <small>{t('analysis.restart.afterEnd')}</small>
      )}
    </WaveHover>
  )
}
