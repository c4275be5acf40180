import { fillIn } from '../i18n/problem-text.ts'
import { DEFAULTS } from '../model/settings.ts'
import type { CommandContext, Options } from './command.ts'
import { WrongUse } from './exit-codes.ts'

/** Level from which an enterprise counts as operating, given in percent. @returns share, 0..1 @throws WrongUse for anything else */
export function thresholdOf({ texts }: CommandContext, text: Options[string]): number {
  if (text === undefined) return DEFAULTS.operatingThreshold
  const value = Number(String(text).replace(/%$/, '')) / 100
  if (value > 0 && value <= 1) return value
  throw new WrongUse(fillIn(texts.compare.thresholdRange, { what: String(text) }))
}
