import type { SlackResult } from '../../analysis/worksheet/slack.ts'
import type { WorkView } from '../../analysis/worksheet/work-rows.ts'
import { panels as panelsEn } from '../../i18n/en/panels.ts'
import { work as workEn } from '../../i18n/en/work.ts'
import type { Texts } from '../../i18n/texts.ts'
import { panels as panelsZh } from '../../i18n/zh/panels.ts'
import { work as workZh } from '../../i18n/zh/work.ts'
import type { Language } from '../../model/local-text.ts'
import type { Naming } from '../../model/naming.ts'
import type { HandoutState } from '../handout-state.ts'

const en = { work: workEn, state: panelsEn.blockState }

export const WORK_TEXTS: Readonly<Record<Language, Texts<typeof en>>> = {
  en,
  zh: { work: workZh, state: panelsZh.blockState },
}

/** What every page of a work sheet is made of. */
export interface WorkParts {
  readonly state: HandoutState
  readonly view: WorkView
  readonly slack: SlackResult
  readonly naming: Naming
  readonly texts: Texts<typeof en>
  readonly origin: { readonly fingerprint: string; readonly engine: string }
}
