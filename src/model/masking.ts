/** Handing a chain to outsiders with codes in place of names, and reading it back. */
export interface MaskOptions {
  /** Products become codes too. */
  readonly products: boolean
  /** Regions become their province. */
  readonly provinces: boolean
  /** The name of the chain becomes a plain one. */
  readonly chainName: boolean
}

export const KEY_FORMATS = ['csv', 'json'] as const
export type KeyFormat = (typeof KEY_FORMATS)[number]

/** What a masked copy hides, and what it lacks. */
export interface MaskSummary {
  /** Enterprises whose names are codes. */
  readonly enterprises: number
  /** Free texts that are codes: notes, measures, evidence, words of scenes. */
  readonly texts: number
  /** Products that are codes. */
  readonly products: number
  /** True: products became codes without being asked for, because one holds a name. */
  readonly isProductsForced: boolean
  /** Stages, regions, industries and departments that are codes because they hold a name. */
  readonly others: number
  /** What this program does not know and therefore leaves out, for good: fields, scenes, notes. */
  readonly left: number
}
