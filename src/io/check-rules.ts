/** Rules that look at more than one field: ends and products of links, shares of a group, causes and targets, order of dates. */
import { OBSERVED_RATES } from '../analysis/observed/observed-days.ts'
import { isBackup } from '../engine/canonical-rows.ts'
import { BLOCK_CAUSES, type BlockTargetKind } from '../model/block-causes.ts'
import type { Block, Chain, Enterprise, Scenario } from '../model/chain.ts'
import type { Problem } from '../model/problem.ts'
import type { Reported, UnsoundRows } from './check-shape.ts'
import { excerpt, type ProblemList } from './problem-list.ts'

/** Published percentages are rounded: so much above 1 is let in with a warning. */
const ROUNDING_OF_SHARES = 0.02
const EQUAL = 1e-9

type RowTable = 'enterprises' | 'supplies' | 'inputs' | 'blocks' | 'scenarios' | 'observations'
type RowOf<Table extends RowTable> = NonNullable<Chain[Table]>[number]
type SoundRows = <Table extends RowTable>(table: Table, visit: (row: RowOf<Table>, path: string) => void) => void

/**
 * Reports what the fields say against each other.
 * @param document checked against the table of fields; rows in `unsound` are passed over
 */
export function checkRules(document: Chain, unsound: UnsoundRows, { problems, tell }: Reported): void {
  const each: SoundRows = <Table extends RowTable>(table: Table, visit: (row: RowOf<Table>, path: string) => void) => {
    const rows: unknown = document[table]
    if (!Array.isArray(rows)) return
    rows.forEach((row: RowOf<Table>, position) => {
      const path = `${table}[${position}]`
      if (!unsound.has(path)) visit(row, path)
    })
  }
  const products = checkSupplies(each, problems)
  tell(0.3)
  checkInputs(each, problems, products)
  tell(0.4)
  checkShares(each, problems)
  tell(0.7)
  each('blocks', (block, path) => checkBlock(block, path, problems))
  each('scenarios', (scenario, path) => checkScenario(scenario, path, { products, problems }))
  each('enterprises', (row, path) => checkProvenance(row, path, problems))
  checkObservations(each, problems)
  tell(0.8)
  each('supplies', (row, path) => checkProvenance(row, path, problems))
}

/** Any texts as one key; a JSON list, so that no text can look like a separator. */
const keyOf = (...texts: readonly string[]): string => JSON.stringify(texts)

/** @returns keys of (customer, product) that are bought */
function checkSupplies(each: SoundRows, problems: ProblemList): Set<string> {
  const bought = new Set<string>()
  const links = new Set<string>()
  each('supplies', ({ from, to, product }, path) => {
    bought.add(keyOf(to, product))
    const link = keyOf(from, to, product)
    if (links.has(link))
      problems.add({ code: 'PARALLEL', severity: 'warning', path, found: `${from} → ${to}: ${product}` })
    links.add(link)
    if (from === to) problems.add({ code: 'SELF_LOOP', severity: 'warning', path, found: excerpt(from) })
  })
  return bought
}

function checkInputs(each: SoundRows, problems: ProblemList, bought: Set<string>): void {
  const seen = new Set<string>()
  each('inputs', ({ enterprise, product }, path) => {
    const group = keyOf(enterprise, product)
    if (seen.has(group)) problems.add({ code: 'DUP_ID', severity: 'error', path, found: `${enterprise}: ${product}` })
    seen.add(group)
    bought.add(group)
  })
}

/** A rate of one day that stands twice: the later row is the one that is shown. */
function checkObservations(each: SoundRows, problems: ProblemList): void {
  const seen = new Set<string>()
  each('observations', (observation, path) => {
    const { enterprise, date } = observation
    for (const rate of OBSERVED_RATES) {
      if (observation[rate] === undefined) continue
      const reported = keyOf(enterprise, date, rate)
      const place = { path: `${path}.${rate}`, found: `${enterprise}: ${date}` }
      if (seen.has(reported)) problems.add({ code: 'DUP_ID', severity: 'warning', ...place })
      seen.add(reported)
    }
  })
}

function checkShares(each: SoundRows, problems: ProblemList): void {
  const sums = new Map<string, { sum: number; path: string; text: string }>()
  each('supplies', (supply, path) => {
    if (supply.share === undefined || isBackup(supply)) return
    const group = keyOf(supply.to, supply.product)
    const total = sums.get(group)
    if (total) total.sum += supply.share
    else sums.set(group, { sum: supply.share, path: `${path}.share`, text: `${supply.to}: ${supply.product}` })
  })
  for (const { sum, path, text } of sums.values()) {
    if (sum <= 1 + EQUAL) continue
    const severity = sum <= 1 + ROUNDING_OF_SHARES + EQUAL ? 'warning' : 'error'
    problems.add({ code: 'SHARES', severity, path, found: `${text} = ${Number(sum.toPrecision(6))}`, expected: '<= 1' })
  }
}

function checkBlock(block: Block, path: string, problems: ProblemList): void {
  const target: BlockTargetKind = 'supply' in block.at ? 'supply' : 'market' in block.at ? 'market' : 'enterprise'
  const actsOn: readonly BlockTargetKind[] = BLOCK_CAUSES[block.cause].actsOn
  if (!actsOn.includes(target)) {
    const expected = actsOn.map((each) => JSON.stringify(each)).join(' | ')
    problems.add({
      code: 'CAUSE_TARGET',
      severity: 'error',
      path: `${path}.at`,
      found: `${block.cause} → ${target}`,
      expected,
    })
  }
  checkDayOrder(block.since, block.until, `${path}.until`, problems)
}

/** ISO days compare as text. */
function checkDayOrder(
  since: string | null | undefined,
  until: string | null | undefined,
  path: string,
  problems: ProblemList,
) {
  if (since == null || until == null || since <= until) return
  problems.add({ code: 'DAY_ORDER', severity: 'error', path, found: until, expected: `>= ${since}` })
}

interface ScenarioRules {
  readonly products: ReadonlySet<string>
  readonly problems: ProblemList
}

function checkScenario(scenario: Scenario, path: string, { products, problems }: ScenarioRules): void {
  scenario.deliveries?.forEach(({ enterprise, product }, position) => {
    if (products.has(keyOf(enterprise, product))) return
    const place = `${path}.deliveries[${position}].product`
    problems.add({
      code: 'DANGLING',
      severity: 'error',
      path: place,
      found: excerpt(product),
      expected: 'boughtProduct',
    })
  })
  scenario.stimulus?.forEach(({ since, until }, position) =>
    checkDayOrder(since, until, `${path}.stimulus[${position}].until`, problems),
  )
}

/** What is called stated must say by whom. */
function checkProvenance(row: Pick<Enterprise, 'confidence' | 'sources'>, path: string, problems: ProblemList): void {
  if (row.confidence !== 'stated' || (row.sources?.length ?? 0) > 0) return
  const problem: Omit<Problem, 'file'> = { code: 'PROVENANCE', severity: 'warning', path: `${path}.sources` }
  problems.add({ ...problem, found: 'nothing', expected: 'sources' })
}
