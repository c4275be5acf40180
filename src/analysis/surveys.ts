/** Which enterprises of a chain a special survey is for. */
import type { Chain, Enterprise, Role } from '../model/chain.ts'
import { textIn, type LocalText } from '../model/local-text.ts'
import type { IndustryId } from '../model/surveys/questions.ts'

/** Who is asked: those of the industry, all, or those of one stage or role. */
export type Asked =
  | { readonly by: 'industry' }
  | { readonly by: 'all' }
  | { readonly by: 'stage'; readonly stage: string }
  | { readonly by: 'role'; readonly role: Role }

/** Words by which an industry is known in the fields and names that people write. */
const WORDS: Readonly<Record<Exclude<IndustryId, 'smes'>, RegExp>> = {
  textiles: /纺织|服装|纺纱|棉|化纤|印染|面料|家纺|制衣|鞋|textile|apparel|garment|cloth|yarn|fibre|fiber|cotton|dye/i,
  electronics: /电子|半导体|芯片|集成电路|元器件|显示|面板|手机|通信|electronic|semiconductor|chip|display|panel|circuit|handset/i,
  vehicleParts: /汽车|整车|零部件|车用|vehicle|automo|car part|\bcars?\b/i,
} // prettier-ignore

/** @returns enterprises in the order of the chain; those of an industry by its field, else by their stage, else by the chain's name */
export function askedEnterprises(chain: Chain, industry: IndustryId, asked: Asked): readonly Enterprise[] {
  switch (asked.by) {
    case 'all':
      return chain.enterprises
    case 'stage':
      return chain.enterprises.filter(({ stage }) => stage === asked.stage)
    case 'role':
      return chain.enterprises.filter(({ role }) => role === asked.role)
    case 'industry':
      return ofIndustry(chain, industry)
  }
}

function ofIndustry(chain: Chain, industry: IndustryId): readonly Enterprise[] {
  if (industry === 'smes') return chain.enterprises.filter(({ role }) => role === 'sme')
  const words = WORDS[industry]
  const isNamed = (text: LocalText | undefined): boolean => words.test(`${textIn(text, 'zh')} ${textIn(text, 'en')}`)
  const stages = new Set(chain.stages.filter(({ name }) => isNamed(name)).map(({ id }) => id))
  const isWhole = isNamed(chain.name)
  const found = chain.enterprises.filter(({ industry: written, stage }) =>
    written === undefined ? stages.has(stage) || isWhole : isNamed(written),
  )
  // Parts are made by suppliers: the carmaker itself is not asked.
  return industry === 'vehicleParts' ? found.filter(({ role }) => role !== 'leading') : found
}
