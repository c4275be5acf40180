/** What a work sheet changes: who does what by when, and what became of it. Each is one step that can be undone. */
import type { Draft } from 'mutative'
import type { Block, BlockState, Chain, IsoDate } from '../../model/chain.ts'
import { localPart } from '../../model/local-part.ts'
import { textIn, type Language, type LocalText } from '../../model/local-text.ts'
import { editDocument } from '../document.ts'
import { shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { clearingStep, planDays, type Clearance } from './clearance.ts'

/** Which blocks, and what they are called in the history. */
export interface WorkTarget {
  readonly ids: readonly string[]
  readonly thing: string
}

/** What is given to blocks; what is absent stays as it is, '' takes a field away. */
export interface Assignment {
  readonly measure?: string
  readonly department?: string
  readonly owner?: string
  /** Crew-days, > 0. */
  readonly effort?: number
  /** A date. */
  readonly due?: IsoDate
}

/**
 * Gives blocks a measure, a department, an officer, an effort or a due date. A block that had only been found is then assigned. The
 * due date is also the day on which the shown scenario clears the block.
 */
export function assignBlocks(
  { document, session }: Stores,
  { ids, thing }: WorkTarget,
  { due, ...fields }: Assignment,
  language: Language,
): void {
  const { chain } = document.getState()
  const scenario = shownScenario(chain, session.getState().scenarioId)
  const department = knownDepartment(chain, fields.department, language)
  const owner = knownOwner(chain, fields.owner, language)
  const name = due === undefined ? 'assignBlocks' : due === '' ? 'takeDueAway' : 'setDue'
  const given = Object.values({ ...fields, ...(due === undefined ? {} : { due }) })
  const values = { thing, given: given.map(String).filter((text) => text !== '').join(', ') || '–' } // prettier-ignore
  editDocument(document, { name, values }, (draft) => {
    for (const block of blocksOf(draft, ids)) {
      setText(block, 'measure', fields.measure, language)
      if (department === '') delete block.department
      else if (department !== undefined) block.department = department
      if (owner === '') delete block.owner
      else if (owner !== undefined) block.owner = owner
      if (fields.effort !== undefined) block.effort = fields.effort
      if (due === '') delete block.due
      else if (due !== undefined) block.due = due
      if (isAssigned(fields) && (block.state ?? 'found') === 'found') block.state = 'assigned'
    }
    if (due !== undefined && scenario) planDays(draft, scenario.id, new Map(ids.map((id) => [id, due])))
  })
}

/** A department that the chain names already is taken over as it stands there, in both languages. */
function knownDepartment(chain: Chain, typed: string | undefined, language: Language): LocalText | undefined {
  const name = typed?.trim()
  if (name === undefined) return undefined
  return (chain.blocks ?? []).find(({ department }) => textIn(department, language) === name)?.department ?? name
}

function knownOwner(chain: Chain, typed: string | undefined, language: Language): string | undefined {
  const name = typed?.trim()
  if (name === undefined || name === '') return name
  return (chain.blocks ?? []).find(({ owner }) => owner && localPart(owner, language) === name)?.owner ?? name
}

const isAssigned = ({ department = '', owner = '' }: Assignment): boolean =>
  department.trim() !== '' || owner.trim() !== ''

/** Steps of the history by what the state becomes. */
const STATE_STEPS = {
  found: 'workFound',
  assigned: 'workAssigned',
  inHand: 'workInHand',
  notToBeCleared: 'workNotToBeCleared',
} as const satisfies Record<Exclude<BlockState, 'cleared'>, string>

/** The state of the work. A block that is not to be cleared is not cleared in the shown scenario either. */
export function setWorkState(
  { document, session }: Stores,
  { ids, thing }: WorkTarget,
  state: Exclude<BlockState, 'cleared'>,
): void {
  const scenario = shownScenario(document.getState().chain, session.getState().scenarioId)
  editDocument(document, { name: STATE_STEPS[state], values: { thing } }, (draft) => {
    for (const block of blocksOf(draft, ids)) block.state = state
    if (state === 'notToBeCleared' && scenario) planDays(draft, scenario.id, new Map(ids.map((id) => [id, ''])))
  })
}

export function closeBlocks(
  { document, session }: Stores,
  { ids, thing }: WorkTarget,
  clearance: Clearance,
  language: Language,
): void {
  const scenario = shownScenario(document.getState().chain, session.getState().scenarioId)
  const { evidence, on } = clearance
  editDocument(document, clearingStep(clearance, thing), (draft) => {
    for (const block of blocksOf(draft, ids)) {
      block.state = 'cleared'
      setText(block, 'evidence', evidence, language)
    }
    if (scenario) planDays(draft, scenario.id, new Map(ids.map((id) => [id, on])))
  })
}

/** Makes due dates the clearing days of the shown scenario. @param days due date by block */
export function playDueDates({ document, session }: Stores, days: ReadonlyMap<string, IsoDate>): void {
  const scenario = shownScenario(document.getState().chain, session.getState().scenarioId)
  if (!scenario) return
  editDocument(document, { name: 'playDueDates', values: { count: String(days.size) } }, (draft) =>
    planDays(draft, scenario.id, days),
  )
}

function blocksOf(draft: Draft<Chain>, ids: readonly string[]): readonly Draft<Block>[] {
  const wanted = new Set(ids)
  return (draft.blocks ?? []).filter(({ id }) => wanted.has(id))
}

/** A changed text keeps its other language; '' takes the field away. */
function setText(
  block: Draft<Block>,
  field: 'measure' | 'evidence',
  typed: string | undefined,
  language: Language,
): void {
  if (typed === undefined) return
  const text = typed.trim()
  const old: LocalText | undefined = block[field]
  if (text === '') delete block[field]
  else block[field] = typeof old === 'object' ? { ...old, [language]: text } : text
}
