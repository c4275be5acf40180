/** What enterprises are put together by. `auto` folds large chains only; `industry` is the group that the lists name. */
export const FOLD_RULES = ['auto', 'none', 'stage', 'region', 'stageRegion', 'industry', 'list', 'matters'] as const
export type FoldRule = (typeof FOLD_RULES)[number]

/** How the map is folded; kept across visits. */
export interface Folds {
  readonly rule: FoldRule
  /** Keys of folds that have been opened. */
  readonly open: readonly string[]
  /** Leading enterprises in question under `matters`, by id; empty = all. */
  readonly leading: readonly string[]
  /** Ids of enterprises that a person folded together; each stands in one group at most. */
  readonly groups?: readonly (readonly string[])[]
  /** Ids of enterprises that stand by themselves whatever the rule. */
  readonly alone?: readonly string[]
}

/** Begins the key of a fold that a person made. */
export const OWN_FOLD = 'own:'
/** Its first enterprise names it: no other group holds that one. */
export const ownKey = (group: readonly string[]): string => OWN_FOLD + group.toSorted()[0]

export const NOT_FOLDED: Folds = { rule: 'none', open: [], leading: [] }

/** Enterprises above which a chain is folded by itself. */
export const FOLDS_ABOVE = 1_500

/** Whether the rule folds anything in a chain of this size. */
export const hasRule = ({ rule }: Folds, enterprises: number): boolean =>
  rule !== 'none' && (rule !== 'auto' || enterprises > FOLDS_ABOVE)

/** Whether anything may be folded in a chain of this size. */
export const isFolding = (folds: Folds, enterprises: number): boolean =>
  hasRule(folds, enterprises) || (folds.groups ?? []).length > 0

/** How the keys of the folds begin that a rule makes; `auto` takes the finer of two. */
const KEYS_OF: Readonly<Record<FoldRule, RegExp>> = {
  auto: /^stage:/,
  none: /^$/,
  stage: /^stage:[^|]*$/,
  region: /^region:/,
  stageRegion: /^stage:.*\|region:/,
  industry: /^industry:/,
  list: /^list:/,
  matters: /^stage:[^|]*$/,
}

/**
 * The folds under another rule. What a person folded together, and what is to stand alone, stays; of the opened
 * folds those that the new rule makes too. Not folded at all means none of it.
 */
export function underRule(folds: Folds, rule: FoldRule, leading: readonly string[]): Folds {
  if (rule === 'none') return { rule, open: [], leading }
  const { open, ...others } = folds
  return { ...others, rule, leading, open: open.filter((key) => KEYS_OF[rule].test(key)) }
}

/** Whether the change took away something that a person did by hand. */
export const losesByHand = (before: Folds, after: Folds): boolean =>
  before.open.some((key) => !after.open.includes(key)) ||
  (before.groups ?? []).length > (after.groups ?? []).length ||
  (before.alone ?? []).length > (after.alone ?? []).length
