import { Button } from '@mantine/core'
import type { RestartGap } from '../../../analysis/planners/restart-gap.ts'
import { addDelivery } from '../../../state/actions/add-delivery.ts'
import { decimal } from '../../../i18n/format.ts'
import { useApp, useWords } from '../../app-context.ts'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { usePlanner } from './use-planner.ts'

export function RestartPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const question = { index: tools.input.index, timeline: tools.input.timeline }
  const { state, start, cancel } = usePlanner('restart', question)
  return (
    <PlannerFrame
      intro={t('analysis.restart.intro')}
      state={state}
      onStart={() => start(question)}
      onCancel={cancel}
      result={(output) => <Answer output={output} tools={tools} />}
    />
  )
}

function Answer({ output, tools }: { readonly output: RestartGap; readonly tools: PlannerTools }) {
  const { t, language } = useWords()
  const { stores } = useApp()
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
                  product: index.groupProducts[group]!,
                })}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {output.deliveries.length === 0 && <p>{t('analysis.restart.noDelivery')}</p>}
      <ol className="planner-list">
        {output.deliveries.map(({ group, amount: enough, tooLittle, day }) => {
          const row = index.groupEnterprise[group]!
          const product = index.groupProducts[group]!
          return (
            <li key={group} className="planner-row">
              <strong>
                {t('analysis.restart.delivery', {
                  amount: amount(enough),
                  product,
                  name: tools.nameOfRow(row),
                  date: tools.date(day),
                })}
              </strong>
              <small>{t('analysis.restart.checked', { amount: amount(tooLittle) })}</small>
              <Button
                size="compact-xs"
                onClick={() =>
                  addDelivery(stores, {
                    enterprise: index.enterpriseIds[row]!,
                    product,
                    amount: enough,
                    on: tools.isoDate(day),
                  })
                }
              >
                {t('analysis.restart.add')}
              </Button>
            </li>
          )
        })}
      </ol>
    </>
  )
}
