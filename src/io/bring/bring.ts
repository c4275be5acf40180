import type {
  BringMapping,
  BringRequest,
  Brought,
  DirectionSample,
  LookAlike,
  SameDecision,
} from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import { emptyChain, firstScenario } from '../../model/new-chain.ts'
import type { Problem } from '../../model/problem.ts'
import type { JsonObject } from '../check-shape.ts'
import type { ForeignGraph } from '../formats/read-graph.ts'
import { problemList } from '../problem-list.ts'
import { partOf, type Tell } from '../progress.ts'
import { checkedChain } from '../read-chain.ts'
import type { Table } from '../tables/table.ts'
import { baselineProblems } from './baseline-problems.ts'
import { chainRows } from './chain-rows.ts'
import { freeImportId, importsOf, type ImportRecord } from './import-record.ts'
import { BROUGHT_TABLES, isSame, type IncomingRows } from './incoming.ts'
import { putIn } from './put-in.ts'
import { rowChanges } from './row-changes.ts'
import { tableToChain, type TableChain } from './table-to-chain.ts'
import { takeOut } from './take-out.ts'

export type BringSource =
  | { readonly kind: 'tables'; readonly tables: readonly Table[] }
  | {
      readonly kind: 'chain'
      readonly chain: Chain
      readonly direction: readonly DirectionSample[]
      /** Set for a graph of another program: it may be mapped otherwise. */
      readonly foreign: ForeignGraph | null
    }

/** Shares of the time in which the rows are read, laid into the chain, and the whole is checked; the rest is to compare. */
const ROWS_READ = 0.6
const LAID_IN = 0.66
const CHECKED = 0.86

export interface BringInto extends BringRequest {
  /** Name under which the import is known later. */
  readonly file: string
}

/**
 * Brings files into a chain: takes out what their earlier version had put in, lays the new rows over it, and puts back what has been
 * edited since. So the same file twice changes nothing, and A, then B, then A again gives the bytes of A.
 */
export function bring(source: BringSource, into: BringInto, tell?: Tell): Brought {
  const records = importsOf(into.chain)
  const past = records.find(({ id }) => id === into.past) ?? null
  const taken = takeOut(into.chain, past)
  const mapping = {
    ...into.mapping,
    same: decisions(into.mapping, past?.mapping),
    ...currencyBefore(records.filter((each) => each !== past)),
  }
  const read =
    source.kind === 'tables'
      ? tableToChain(source.tables, mapping, taken.base, partOf(tell, 0, ROWS_READ))
      : fromChain(source, mapping, taken.base)
  tell?.(ROWS_READ, LAID_IN)
  const alike = source.kind === 'tables' ? [] : lookAlikeProblems(read.lookAlikes, into.file)
  const additions = withScenario(read.additions, taken.base, into)
  const result = putIn(additions, taken, into.chain)
  const record: ImportRecord = {
    id: past?.id ?? freeImportId(records),
    file: into.file,
    ...result.record,
    mapping: keptMapping({ ...mapping, same: read.same, ...currencyKept(read) }),
  }
  const imports = past ? replaced(into.chain, record) : [...(into.chain.imports ?? []), record]
  const chain: Chain = { ...result.chain, imports }
  tell?.(LAID_IN, CHECKED)
  const checked = check(chain, into)
  tell?.(CHECKED, 1)
  const isTaken = checked.isSound && hasRows(additions)
  const baseline = isTaken ? baselineProblems({ chain, before: into.chain, file: into.file, ...read }) : []
  const { lookAlikes, direction, otherYears } = read
  return {
    lookAlikes,
    direction,
    otherYears,
    chain: isTaken ? chain : null,
    problems: [...read.problems, ...alike, ...checked.problems, ...baseline],
    changes: rowChanges(into.chain, chain, taken.edits),
  }
}

/** What is kept of a mapping: never values from the file, which could be names. */
function keptMapping(mapping: BringMapping): BringMapping {
  const { graph, ...rest } = mapping
  if (!graph) return rest
  const attributes = graph.attributes.map((each) => ({ ...each, examples: [], count: 0 }))
  return { ...rest, graph: { ...graph, attributes } }
}

/** A chain counts in the currency of what was brought into it first. */
function currencyBefore(others: readonly ImportRecord[]): Pick<BringMapping, 'currency'> {
  const said = others.map(({ mapping }): unknown => mapping?.currency).find((each) => typeof each === 'string')
  return said === undefined ? {} : { currency: said }
}

const currencyKept = ({ currency }: { currency?: string }): Pick<BringMapping, 'currency'> =>
  currency === undefined ? {} : { currency }

/** A newer decision on a name stands in place of an older one. */
function decisions(now: BringMapping, before: BringMapping | undefined): readonly SameDecision[] {
  const byName = new Map([...(before?.same ?? []), ...now.same].map((each) => [each.name, each]))
  return [...byName.values()]
}

const hasRows = (rows: IncomingRows): boolean => BROUGHT_TABLES.some((table) => rows[table].length > 0)

const replaced = (chain: Chain, record: ImportRecord): readonly unknown[] =>
  (chain.imports ?? []).map((each) => (isSame((each as JsonObject | null)?.id, record.id) ? record : each))

function fromChain(source: BringSource & { kind: 'chain' }, mapping: BringMapping, base: Chain): TableChain {
  const { graph, same } = mapping
  const { chain, direction, foreign } = source.foreign && graph ? source.foreign.remapped(graph) : source
  const rows = chainRows(chain ?? emptyChain(''), base, foreign ? 'keys' : 'ids', same)
  return { ...rows, problems: [...(foreign?.mapped ?? [])], direction, otherYears: 0, ...currencyKept(mapping) }
}

function lookAlikeProblems(lookAlikes: readonly LookAlike[], file: string): Problem[] {
  const problems = problemList(file)
  for (const { name, other } of lookAlikes) {
    problems.add({ code: 'LOOKALIKE', severity: 'warning', found: `${name} ≈ ${other}` })
  }
  return problems.all()
}

/** New blocks take part in the scenario at hand; a chain without one gets one, from the day of the table. */
function withScenario(additions: IncomingRows, base: Chain, { scenario, mapping }: BringInto): IncomingRows {
  const blocks = additions.blocks.map(({ id }) => String(id))
  if (blocks.length === 0 || additions.scenarios.length > 0) return additions
  if ((base.scenarios ?? []).length === 0) {
    const start = mapping.date ?? additions.observations.map(({ date }) => String(date)).toSorted().at(-1) // prettier-ignore
    if (start === undefined) return additions
    return { ...additions, scenarios: [{ ...firstScenario(start) }] }
  }
  const shown = base.scenarios!.find(({ id }) => id === scenario)
  if (!shown || shown.blocks === 'all') return additions
  const listed = [...new Set([...shown.blocks, ...blocks])]
  return { ...additions, scenarios: [{ id: shown.id, blocks: listed }] }
}

/** What is wrong with the whole chain and was not before: rows of the file that do not fit those that are there. */
function check(chain: Chain, { chain: before, file }: BringInto): { isSound: boolean; problems: Problem[] } {
  const problems = problemList(file)
  const checked = checkedChain(chain as unknown as JsonObject, problems)
  if (checked !== null) return { isSound: true, problems: [] }
  const known = new Set(problemsOf(before).map(textOf))
  const fresh = problems.all().filter((problem) => problem.severity === 'error' && !known.has(textOf(problem)))
  return { isSound: fresh.length === 0, problems: fresh }
}

function problemsOf(chain: Chain): Problem[] {
  const problems = problemList('')
  checkedChain(chain as unknown as JsonObject, problems)
  return problems.all()
}

const textOf = ({ code, found, expected }: Problem): string => JSON.stringify([code, found, expected])
