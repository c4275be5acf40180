import { indexChain } from '../../engine/index-chain.ts'
import type { Chain } from '../../model/chain.ts'
import type { Problem } from '../../model/problem.ts'
import { excerpt, problemList, type ProblemList } from '../problem-list.ts'

export type EnterprisePlace = Pick<Problem, 'file' | 'sheet' | 'row'>

interface BaselineOf {
  readonly chain: Chain
  /** What was wrong with it is nothing that the files bring. */
  readonly before: Chain
  readonly file: string
  /** Row of a table in which an enterprise stands; undefined for one of `before`; absent for a chain or graph. */
  readonly placeOf?: (id: string) => EnterprisePlace | undefined
}

/** Enterprises for which the normal day of the chain cannot be worked out, where these files name them. */
export function baselineProblems({ chain, before, file, placeOf }: BaselineOf): Problem[] {
  const { problems } = indexChain(chain)
  if (problems.length === 0) return []
  const known = new Set(indexChain(before).problems.map(textOf))
  const rowOf = new Map(chain.enterprises.map(({ id }, row) => [`enterprises[id=${id}]`, { id, row }]))
  const rowAt = ({ path = '' }: Problem): number => rowOf.get(path)?.row ?? 0
  const placed = problems
    .filter((problem) => !known.has(textOf(problem)))
    .toSorted((one, other) => rowAt(one) - rowAt(other))
    .map((problem): Problem => {
      const id = rowOf.get(problem.path ?? '')?.id
      const place = id === undefined ? undefined : placeOf?.(id)
      if (place === undefined) return { ...problem, file }
      const { path: _, ...rest } = problem
      return { ...rest, ...place, found: `${excerpt(id)}: ${problem.found}` }
    })
  return listed(placed)
}

/** A chain without any demand has one for each of its enterprises: of many, the first are listed and the others counted. */
function listed(problems: readonly Problem[]): Problem[] {
  const lists = new Map<string, ProblemList>()
  for (const { file = '', ...problem } of problems) {
    const list = lists.get(file) ?? problemList(file)
    lists.set(file, list)
    list.add(problem)
  }
  return [...lists.values()].flatMap((list) => list.all())
}

const textOf = ({ code, path }: Problem): string => JSON.stringify([code, path])
