import type { EmergencyDelivery } from '../../analysis/planners/delivery-search.ts'
import { restartGap, type RestartGap } from '../../analysis/planners/restart-gap.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Command } from '../command.ts'
import { askPlanner, json, refuseTooLong, type PlannerQuestion } from '../planner-question.ts'
import { amount, textTable } from '../text-table.ts'

export const restart: Command = {
  name: 'restart',
  declare: (declaration, texts) => {
    declaration
      .argument('<file>', texts.file)
      .option('--scenario <id>', texts.options.scenario)
      .option('--json', texts.options.json)
  },
  run: (context, [file], options) =>
    askPlanner(context, file!, options, (question) => {
      refuseTooLong(question, 'restart', {})
      const found = restartGap(question.index, question.timeline, question.progress)
      return options.json === true ? asJson(question, found) : asTable(question, found)
    }),
}

function* asJson({ scenario, index, enterprise, date }: PlannerQuestion, found: RestartGap): Iterable<string> {
  const buyer = (group: number) => ({
    enterprise: enterprise(index.groupEnterprise[group]!),
    product: index.groupProducts[group]!,
  })
  const delivered = ({ group, amount: enough, tooLittle, day }: EmergencyDelivery) => ({
    ...buyer(group),
    amount: enough,
    tooLittle,
    on: date(day),
  })
  yield json({
    scenario: scenario.id,
    lastBlockGone: date(found.lastBlockGone),
    stuck: found.stuck.map(enterprise),
    loops: found.loops.map(({ members, missing }) => ({
      members: members.map(enterprise),
      missing: missing.map(({ group, perDay }) => ({ ...buyer(group), perDay })),
    })),
    deliveries: found.deliveries.map(delivered),
    together: found.together.map(delivered),
    untried: found.untried,
    runs: found.runs,
  })
}

function* asTable(question: PlannerQuestion, found: RestartGap): Iterable<string> {
  const { context, enterprise } = question
  const texts = context.texts.planners
  if (found.stuck.length === 0) {
    yield `${texts.comesBack}\n`
    return
  }
  yield `${fillIn(texts.stuck, { enterprises: found.stuck.map(enterprise).join(', ') })}\n`
  for (const { members } of found.loops)
    yield `${fillIn(texts.loop, { enterprises: members.map(enterprise).join(' → ') })}\n`
  const { deliveries, together, untried } = found
  if (deliveries.length > 0) yield deliveryTable(question, deliveries)
  else if (together.length > 0) yield `${texts.together}\n${deliveryTable(question, together)}`
  else yield `${texts.noDelivery}\n`
  if (untried > 0) yield `${fillIn(texts.untried, { count: untried })}\n`
}

function deliveryTable(
  { context, index, enterprise, enterpriseName, date }: PlannerQuestion,
  deliveries: readonly EmergencyDelivery[],
): string {
  const { headings } = context.texts.planners
  return textTable(
    [
      { heading: headings.enterprise, align: 'left' },
      { heading: headings.name, align: 'left' },
      { heading: headings.product, align: 'left' },
      { heading: headings.amount, align: 'right' },
      { heading: headings.tooLittle, align: 'right' },
      { heading: headings.day, align: 'left' },
    ],
    deliveries.map(({ group, amount: enough, tooLittle, day }) => [
      enterprise(index.groupEnterprise[group]!),
      enterpriseName(index.groupEnterprise[group]!),
      index.groupProducts[group]!,
      amount(enough),
      amount(tooLittle),
      date(day),
    ]),
  )
}
