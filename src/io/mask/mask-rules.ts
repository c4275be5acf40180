/** What becomes of each text of a chain when its names are masked. */
export type MaskRule =
  /** The code of its row. */
  | 'own'
  /** A code of its own: whatever somebody wrote may name somebody. */
  | 'text'
  /** A code for each person. */
  | 'person'
  /** Left out of the copy; the key holds it. */
  | 'withheld'
  /** Stays, unless it holds a name. */
  | 'kept'
  | 'product'
  | 'region'
  | 'chainName'

const RULES: Readonly<Record<string, MaskRule>> = {
  'chain.masked': 'withheld',
  'chain.name': 'chainName',
  'chain.note': 'text',
  'enterprises.name': 'own',
  'enterprises.code': 'withheld',
  'enterprises.aliases': 'withheld',
  'enterprises.region': 'region',
  'enterprises.industry': 'kept',
  'supplies.product': 'product',
  'inputs.product': 'product',
  'scenarios.deliveries.product': 'product',
  'stages.name': 'kept',
  'blocks.owner': 'person',
  'blocks.department': 'kept',
  'scenarios.name': 'own',
  'sources.title': 'own',
  'sources.url': 'withheld',
}

/** A text that no rule names becomes a code, so that a field of tomorrow gives nobody away. */
export function maskRule(path: string, kind: 'text' | 'localText' | 'texts'): MaskRule {
  return Object.hasOwn(RULES, path) ? RULES[path]! : kind === 'texts' ? 'withheld' : 'text'
}

/** A scenario of this id is the first one for the command line, and says nothing. */
export const PLAIN_SCENARIO = 'main'
/** Name of a masked chain that is not to be known by its own. */
export const PLAIN_NAME = { zh: '脱敏产业链', en: 'Masked chain' } as const
