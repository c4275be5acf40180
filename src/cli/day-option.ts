import { fillIn } from '../i18n/problem-text.ts'
import type { Scenario } from '../model/chain.ts'
import { daysBetween } from '../model/dates.ts'
import type { CommandContext, Options } from './command.ts'
import { WrongUse } from './exit-codes.ts'

/** A day by its number, 0 = first, or by its date. @throws WrongUse when the scenario has no such day */
export function dayOf({ texts }: CommandContext, { start, days }: Scenario, text: Options[string]): number {
  if (text === undefined) return 0
  const day = /^\d+$/.test(String(text)) ? Number(text) : daysBetween(start, String(text))
  if (day >= 0 && day < days) return day
  throw new WrongUse(
    fillIn(texts.planners.badDay, { what: String(text), first: `0 (${start})`, last: String(days - 1) }),
  )
}
