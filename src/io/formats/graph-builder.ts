import { excerpt, type ProblemList } from '../problem-list.ts'
import { LIMITS } from '../limits.ts'
import type { FlatValue } from './flat-fields.ts'
import type { GraphDocument, GraphEdge, GraphNode, GraphPlace } from './graph-document.ts'

/** An element whose end has not come yet; nodes and edges are these objects themselves, because a label may stand deep inside them. */
interface Open {
  readonly kind: 'node' | 'edge'
  readonly key: string
  readonly place: GraphPlace
  readonly values: Map<string, FlatValue>
  label: string
}

export interface EdgeFacts {
  readonly key: string
  readonly label: string
  readonly isDirected: boolean
}

/**
 * Puts a graph together from what a reader meets, element by element; elements may lie in each other. One without a key or without an end
 * is left out after its problem was said; of two nodes with one key the second is left out and said here.
 */
export interface GraphBuilder {
  readonly openNode: (key: string | null, label: string, place: GraphPlace) => void
  readonly openEdge: (
    ends: { readonly source: string; readonly target: string } | null,
    facts: EdgeFacts,
    place: GraphPlace,
  ) => void
  /** Ends the innermost element. */
  readonly close: () => void
  /** An attribute of the innermost element; a second one of the same name is said and left out. */
  readonly set: (name: string, value: FlatValue, place: GraphPlace) => void
  readonly has: (name: string) => boolean
  /** A label that stands deeper than in an attribute; the first counts. */
  readonly label: (text: string) => void
  readonly owner: () => 'node' | 'edge' | null
  readonly place: () => GraphPlace
  readonly graphValue: (name: string, value: FlatValue) => void
  readonly name: (text: string) => void
  readonly done: () => GraphDocument
}

export function graphBuilder(problems: ProblemList): GraphBuilder {
  const nodes: GraphNode[] = []
  const edges: GraphEdge[] = []
  const keys = new Set<string>()
  const graphValues = new Map<string, FlatValue>()
  const stack: Open[] = []
  let graphName = ''
  return {
    ...innermostOf(stack, problems),
    openNode(key, label, place) {
      const node: Open = { kind: 'node', key: key ?? '', place, values: new Map(), label }
      stack.push(node)
      if (key === null) return
      if (keys.has(key)) {
        const path = place.path === undefined ? 'node.id' : `${place.path}.id`
        problems.add({ code: 'DUP_ID', severity: 'error', ...place, path, found: excerpt(key) })
        return
      }
      keys.add(key)
      nodes.push(node)
    },
    openEdge(ends, { key, label, isDirected }, place) {
      const edge: Open = { kind: 'edge', key, place, values: new Map(), label }
      stack.push(edge)
      if (ends !== null) edges.push(Object.assign(edge, ends, { isDirected }))
    },
    close: () => void stack.pop(),
    graphValue: (name, value) => void graphValues.set(name, value),
    name: (text) => (graphName ||= text),
    done: () => ({ name: graphName, values: graphValues, nodes, edges }),
  }
}

/** What concerns the innermost open element. */
function innermostOf(
  stack: readonly Open[],
  problems: ProblemList,
): Pick<GraphBuilder, 'set' | 'has' | 'label' | 'owner' | 'place'> {
  const innermost = (): Open | undefined => stack.at(-1)
  return {
    set(name, value, place) {
      const element = innermost()
      if (!element) return
      if (element.values.has(name)) {
        problems.add({ code: 'ATTR', severity: 'warning', ...place, path: name, found: excerpt(value) })
      } else element.values.set(name, value)
    },
    has: (name) => innermost()?.values.has(name) ?? false,
    label(text) {
      const element = innermost()
      if (element && element.label === '') element.label = text
    },
    owner: () => innermost()?.kind ?? null,
    place: () => innermost()?.place ?? {},
  }
}

/** Whether the graph is within the limits; said where it is not. */
export function isGraphWithinLimits({ nodes, edges }: GraphDocument, problems: ProblemList): boolean {
  const counts = [
    { code: 'LIMIT', path: 'nodes', found: nodes.length, most: LIMITS.enterprises },
    { code: 'LIMIT', path: 'edges', found: edges.length, most: LIMITS.supplies },
    { code: 'TOO_WIDE', path: 'nodes', found: attributeCount(nodes), most: LIMITS.columns },
    { code: 'TOO_WIDE', path: 'edges', found: attributeCount(edges), most: LIMITS.columns },
  ] as const
  const over = counts.filter(({ found, most }) => found > most)
  for (const { code, path, found, most } of over) {
    problems.add({ code, severity: 'error', path, found: String(found), expected: `<= ${most}` })
  }
  return over.length === 0
}

function attributeCount(rows: readonly (GraphNode | GraphEdge)[]): number {
  const names = new Set<string>()
  for (const { values } of rows) for (const name of values.keys()) names.add(name)
  return names.size
}
