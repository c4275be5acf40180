import { BLOCK_CAUSE_IDS, BLOCK_CAUSES, type BlockCauseId, type BlockTargetKind } from '../../model/block-causes.ts'
import type { Block, BlockState, BlockTarget } from '../../model/chain.ts'
import { dayNumber } from '../../model/dates.ts'
import { textIn, type Language, type LocalText } from '../../model/local-text.ts'
import { centralOf } from '../../model/uncertain.ts'
import { MOST_DAYS, MOST_VALUE } from '../../model/limits.ts'
import { charactersTooMany } from '../../state/edits/text-limit.ts'

/** A block as the form holds it: every field filled, texts in the language of the page, '' = not given. */
export interface BlockDraft {
  readonly at: BlockTarget
  readonly cause: BlockCauseId
  /** 0..1 */
  readonly severity: number
  readonly since: string
  readonly until: string
  /** '' while the field is empty, which is refused. */
  readonly rampDays: number | ''
  /** Crew-days; '' as above. */
  readonly effort: number | ''
  readonly state: BlockState
  readonly measure: string
  readonly owner: string
  readonly department: string
  readonly due: string
  readonly note: string
  readonly evidence: string
}

export const BLOCK_STATES = [
  'found',
  'assigned',
  'inHand',
  'cleared',
  'notToBeCleared',
] as const satisfies readonly BlockState[]

/** Fields in which anything may be written. */
export const BLOCK_TEXTS = ['measure', 'owner', 'department', 'note', 'evidence'] as const

export const targetKind = (at: BlockTarget): BlockTargetKind =>
  'supply' in at ? 'supply' : 'market' in at ? 'market' : 'enterprise'

/** Causes that can act there, in the order of the table. */
export const causesFor = (kind: BlockTargetKind): BlockCauseId[] =>
  BLOCK_CAUSE_IDS.filter((id) => (BLOCK_CAUSES[id].actsOn as readonly BlockTargetKind[]).includes(kind))

/** A full stop from `today` on, of the first cause that acts there. */
export const newDraft = (at: BlockTarget, today: string): BlockDraft => ({
  at,
  cause: causesFor(targetKind(at))[0]!,
  severity: 1,
  since: today,
  until: '',
  rampDays: 0,
  effort: 1,
  state: 'found',
  measure: '',
  owner: '',
  department: '',
  due: '',
  note: '',
  evidence: '',
})

export const draftOf = (block: Block, language: Language): BlockDraft => ({
  at: block.at,
  cause: block.cause,
  severity: centralOf(block.severity),
  since: block.since ?? '',
  until: block.until ?? '',
  rampDays: block.rampDays ?? 0,
  effort: block.effort ?? 1,
  state: block.state ?? 'found',
  measure: textIn(block.measure, language),
  owner: block.owner ?? '',
  department: textIn(block.department, language),
  due: block.due ?? '',
  note: textIn(block.note, language),
  evidence: textIn(block.evidence, language),
})

/** The same block on the enterprise or on its market; a cause that does not act there gives way to the first that does. */
export function retarget({ at, cause }: BlockDraft, kind: 'enterprise' | 'market'): Partial<BlockDraft> {
  const id = 'market' in at ? at.market : 'enterprise' in at ? at.enterprise : ''
  const causes = causesFor(kind)
  return {
    at: kind === 'market' ? { market: id } : { enterprise: id },
    cause: causes.includes(cause) ? cause : causes[0]!,
  }
}

/** What is wrong with the dates: not days, or lifted before in force. Empty when the draft can be taken. */
export function dateProblems(
  draft: BlockDraft,
): ReadonlyMap<'since' | 'until' | 'due', 'badDate' | 'untilBeforeSince'> {
  const problems = new Map<'since' | 'until' | 'due', 'badDate' | 'untilBeforeSince'>()
  for (const field of ['since', 'until', 'due'] as const) {
    if (draft[field] !== '' && Number.isNaN(dayNumber(draft[field]))) problems.set(field, 'badDate')
  }
  const { since, until } = draft
  if (problems.size === 0 && since !== '' && until !== '' && dayNumber(until) <= dayNumber(since))
    problems.set('until', 'untilBeforeSince')
  return problems
}

/** Which figures no file could hold. */
export function wrongFigures({ rampDays, effort }: BlockDraft): ReadonlySet<'rampDays' | 'effort'> {
  const wrong = new Set<'rampDays' | 'effort'>()
  if (!Number.isInteger(rampDays) || Number(rampDays) < 0 || Number(rampDays) > MOST_DAYS) wrong.add('rampDays')
  if (effort === '' || !(effort > 0 && effort <= MOST_VALUE)) wrong.add('effort')
  return wrong
}

/** No file could hold one of its figures or texts. */
export const isNotHeld = (draft: BlockDraft): boolean =>
  wrongFigures(draft).size > 0 || BLOCK_TEXTS.some((field) => charactersTooMany(draft[field]) > 0)

/** The draft as a block without id: fields left empty are left out; a changed text keeps its other language. */
export function newBlock(draft: BlockDraft, language: Language): Omit<Block, 'id'> {
  const { id: _, ...block } = mergeDraft({ id: '', at: draft.at, cause: draft.cause, severity: 1 }, draft, language)
  return block
}

/** What the form changed, on top of the block as it was; what was not touched stays as it was, ranges and absent fields too. */
export function mergeDraft(old: Block, draft: BlockDraft, language: Language): Block {
  const was = draftOf(old, language)
  const changed = (key: keyof BlockDraft) => draft[key] !== was[key]
  const { measure, department, note, evidence, owner: _, due, ...rest } = old
  const owns = draft.owner.trim()
  return {
    ...rest,
    at: draft.at,
    cause: draft.cause,
    severity: Math.abs(was.severity - draft.severity) < SAME_SEVERITY ? old.severity : draft.severity,
    ...(changed('since') ? { since: draft.since === '' ? null : draft.since } : {}),
    ...(changed('until') ? { until: draft.until === '' ? null : draft.until } : {}),
    ...(changed('rampDays') ? { rampDays: Number(draft.rampDays) } : {}),
    ...(changed('effort') ? { effort: Number(draft.effort) } : {}),
    ...(changed('state') ? { state: draft.state } : {}),
    ...textField('note', note, draft.note, language),
    ...textField('measure', measure, draft.measure, language),
    ...(owns === '' ? {} : { owner: owns }),
    ...textField('department', department, draft.department, language),
    ...textField('evidence', evidence, draft.evidence, language),
    ...(draft.due === '' ? (due === null ? { due } : {}) : { due: draft.due }),
  }
}

/** The slider moves in whole percent; less than half of one is no change. */
const SAME_SEVERITY = 0.005

function textField(
  key: 'note' | 'measure' | 'department' | 'evidence',
  old: LocalText | undefined,
  typed: string,
  language: Language,
): Partial<Record<typeof key, LocalText>> {
  const text = typed.trim()
  if (old !== undefined && text === textIn(old, language).trim()) return { [key]: old }
  if (text === '') return {}
  return { [key]: old === undefined || typeof old === 'string' ? text : { ...old, [language]: text } }
}
