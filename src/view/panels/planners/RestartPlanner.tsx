import { Button } from '@mantine/core'
import type { EmergencyDelivery } from '../../../analysis/planners/delivery-search.ts'
import type { RestartGap } from '../../../analysis/planners/restart-gap.ts'
import { addDelivery } from '../../../state/actions/add-delivery.ts'
import { localPart } from '../../../model/local-part.ts'
import { decimal } from '../../../i18n/format.ts'
import { useApp, useWords } from '../../app-context.ts'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { useAnswer } from './use-planner.ts'

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
      result={(answer) => <Answer output={answer.output} tools={answer.tools} />}
    />
  )
}

function Answer({ output, tools }: { readonly output: RestartGap; readonly tools: PlannerTools }) {
  const { t, language } = useWords()
  const { index } = tools.input
  if (output.stuck.length === 0) return <p>{t('analysis.restart.none')}</p>
  const amount = (value: number) => decimal(value, 4, language)
  return (
    <>
      <p>
        {t('analysis.restart.stuck', {
          count: output.stuck.length,
          names: tools.join(output.stuck.slice(0, 8).map(tools.nameOfRow)),
        })}
      </p>
      {output.loops.map(({ members, missing }) => (
        <div key={members.join()}>
          <strong>{t('analysis.restart.loop', { names: members.map(tools.nameOfRow).join(' → ') })}</strong>
          <ul>
            {missing.map(({ row, group, perDay }) => (
              <li key={group}>
                {t('analysis.restart.missing', {
                  name: tools.nameOfRow(row),
                  amount: amount(perDay),
                  product: localPart(index.groupProducts[group]!, language),
                })}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {output.deliveries.length === 0 && output.together.length === 0 && <p>{t('analysis.restart.noDelivery')}</p>}
      {output.deliveries.length > 1 && <p>{t('analysis.restart.each')}</p>}
      {output.together.length > 0 && <p>{t('analysis.restart.together')}</p>}
      <ol className="planner-list">
        {[...output.deliveries, ...output.together].map((delivery) => (
          <DeliveryRow key={delivery.group} delivery={delivery} tools={tools} />
        ))}
      </ol>
      {output.untried > 0 && <p className="meta">{t('analysis.restart.untried', { count: output.untried })}</p>}
    </>
  )
}

function DeliveryRow({ delivery, tools }: { readonly delivery: EmergencyDelivery; readonly tools: PlannerTools }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const { index } = tools.input
  const { group, amount, tooLittle, day } = delivery
  const row = index.groupEnterprise[group]!
  const product = index.groupProducts[group]!
  const enterprise = index.enterpriseIds[row]!
  const named = localPart(product, language)
  const values = {
    amount: decimal(amount, 4, language),
    product: named,
    name: tools.nameOfRow(row),
    date: tools.date(day),
  }
  return (
    <li className="planner-row">
      <strong>{t('analysis.restart.delivery', values)}</strong>
      <small>{t('analysis.restart.checked', { amount: decimal(tooLittle, 4, language) })}</small>
      <Button
        size="compact-xs"
        onClick={() => addDelivery(stores, { enterprise, product, amount, on: tools.isoDate(day) })}
      >
        {t('analysis.restart.add')}
      </Button>
    </li>
  )
}
