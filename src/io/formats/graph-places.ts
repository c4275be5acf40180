/** Problems with the rows of a chain, said where they stand in the graph file from which the rows came. */
import type { GraphMapping } from '../../model/graph-mapping.ts'
import type { Problem } from '../../model/problem.ts'
import type { ProblemList } from '../problem-list.ts'
import type { GraphPlace } from './graph-document.ts'

export interface RowPlaces {
  readonly enterprises: readonly GraphPlace[]
  readonly supplies: readonly GraphPlace[]
}

/** @param mapping by which the fields got their values: a path then names the attribute instead of the field */
export function inGraphFile(problems: ProblemList, places: RowPlaces, mapping: GraphMapping): ProblemList {
  return {
    ...problems,
    add(problem: Omit<Problem, 'file'>): void {
      const parts = /^(enterprises|supplies)\[(\d+)\](?:\.([a-z]+)(.*))?$/i.exec(problem.path ?? '')
      const table = parts?.[1] as keyof RowPlaces | undefined
      const place = table && places[table][Number(parts![2])]
      if (!table || !place) return problems.add(problem)
      const [, , , field, rest = ''] = parts!
      const path = field === undefined ? elementPath(table, place) : pathOf(table, place, nameIn(table, field, mapping))
      problems.add({ ...problem, ...place, path: path + (field === undefined || rest === '' ? '' : rest) })
    },
  }
}

const elementPath = (table: keyof RowPlaces, { path }: GraphPlace): string => path ?? KIND[table]

const KIND = { enterprises: 'node', supplies: 'edge' } as const
const ENDS: ReadonlySet<string> = new Set(['source', 'target', 'id'])

function nameIn(table: keyof RowPlaces, field: string, { attributes, isReversed }: GraphMapping): string {
  if (field === 'from') return isReversed ? 'target' : 'source'
  if (field === 'to') return isReversed ? 'source' : 'target'
  const mapped = attributes.find((each) => each.of === KIND[table] && each.field?.split('.')[0] === field)
  return mapped?.attribute ?? field
}

/** In JSON the ends and keys of graphology stand beside the attributes, those of Cytoscape among them. */
function pathOf(table: keyof RowPlaces, { path }: GraphPlace, name: string): string {
  if (path === undefined) return `${KIND[table]}.${name}`
  if (!ENDS.has(name) || !path.endsWith('.attributes')) return `${path}.${name}`
  return `${path.slice(0, -'.attributes'.length)}.${name === 'id' ? 'key' : name}`
}
