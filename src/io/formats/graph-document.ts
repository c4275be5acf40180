import type { FlatColumn, FlatRow } from './flat-fields.ts'
import type { GraphPosition } from './graph-positions.ts'

/** Where something stands in the file it was read from. */
export interface GraphPlace {
  readonly row?: number
  readonly column?: number
  readonly path?: string
}

export interface GraphNode {
  readonly key: string
  readonly label: string
  readonly values: FlatRow
  readonly place: GraphPlace
}

export interface GraphEdge {
  /** '' where the file gives none. */
  readonly key: string
  readonly source: string
  readonly target: string
  readonly isDirected: boolean
  readonly label: string
  readonly values: FlatRow
  readonly place: GraphPlace
}

/** What all graph formats have in common: keys, labels, flat attributes of the graph, its nodes and its edges. */
export interface GraphDocument {
  readonly name: string
  readonly values: FlatRow
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

type NamedColumn = Pick<FlatColumn, 'name' | 'kind'>

/** A graph to be written, with the attributes that its rows use. */
export interface WrittenGraph extends GraphDocument {
  readonly updated: string | null
  /** By key of the node; none for a chain that is too large to be placed. */
  readonly positions: ReadonlyMap<string, GraphPosition>
  readonly columns: {
    readonly graph: readonly NamedColumn[]
    readonly node: readonly NamedColumn[]
    readonly edge: readonly NamedColumn[]
  }
}
