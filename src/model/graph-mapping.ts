/** Which attribute of a graph from elsewhere stands for which field of ours; agreed between the reader and the page. */

export interface MappedAttribute {
  readonly of: 'node' | 'edge'
  readonly attribute: string
  /** A cell of the chain's tables, e.g. `name.zh`, `flow`; null = left out. */
  readonly field: string | null
  /** The first three different values. */
  readonly examples: readonly (string | number | boolean)[]
  /** How many elements have it. */
  readonly count: number
}

export interface GraphMapping {
  readonly attributes: readonly MappedAttribute[]
  /** Whether links run against the goods: from the customer to the supplier. */
  readonly isReversed: boolean
}

/** Fields that are offered for an attribute; others are taken only when an attribute has their very name. */
export const GRAPH_FIELDS = {
  node: [
    'name', 'name.zh', 'name.en', 'code', 'role', 'stage', 'region', 'industry', 'aliases', 'foreign', 'finalDemand', 'spareCapacity',
  ],
  edge: ['product', 'flow', 'share', 'leadDays', 'backup'],
} as const // prettier-ignore
