/**
 * A chain as typed arrays: what the engine reads.
 *
 * Rows are in canonical order, so that no order of rows in the file changes a bit of a result: enterprises by id, groups by
 * (enterprise, product), links by (group, id), ids compared by UTF-16 code unit. Links of a group and groups of an enterprise
 * are therefore contiguous. Links without flow stay in as backups (w = 0).
 */
/** Numbers of `needKind`: without it nothing is made, it takes a share off, it can be left out. */
export const NEED_KIND = { essential: 0, partial: 1, negligible: 2 } as const

export interface IndexedChain {
  readonly enterpriseCount: number
  readonly groupCount: number
  readonly linkCount: number

  /** [enterprises] ids in canonical order. */
  readonly enterpriseIds: readonly string[]
  /** [groups] */
  readonly groupProducts: readonly string[]
  /** [links] */
  readonly linkIds: readonly string[]

  /** [enterprises] output per day X_i, > 0. */
  readonly output: Float64Array
  /** [enterprises] final demand per day F_i, >= 0. */
  readonly finalDemand: Float64Array
  /** [enterprises] spare capacity as a share of output, >= 0. */
  readonly spare: Float64Array
  /** [enterprises] 0 leading, 1 core, 2 sme. */
  readonly role: Uint8Array

  /** [enterprises + 1] first group of each enterprise. */
  readonly groupStart: Int32Array
  /** [groups] customer. */
  readonly groupEnterprise: Int32Array
  /** [groups] value per day, inside + outside. */
  readonly need: Float64Array
  /** [groups] value per day from suppliers that are not listed. */
  readonly outside: Float64Array
  /** [groups] stock held in days of need. */
  readonly cover: Float64Array
  /** [groups] of NEED_KIND. */
  readonly needKind: Uint8Array
  /** [groups] need_k over the sum of the customer's needs. */
  readonly theta: Float64Array

  /** [groups + 1] first link of each group. */
  readonly linkStart: Int32Array
  /** [links] supplier. */
  readonly linkFrom: Int32Array
  /** [links] group. */
  readonly linkGroup: Int32Array
  /** [links] value per day w_e; 0 for a backup. */
  readonly flow: Float64Array
  /** [links] whole days, >= 1. */
  readonly lead: Int32Array

  /** [enterprises + 1] into `outLinks`. */
  readonly outStart: Int32Array
  /** [links] links out of each enterprise, ascending. */
  readonly outLinks: Int32Array
  /** [links] class of the product sold, equal numbers for equal products (0..productCount-1). */
  readonly linkProduct: Int32Array
  readonly productCount: number

  /** Share of a stock gap ordered per day. */
  readonly restock: number
}

/** Which derived figures stand in an indexed chain: 1 = assumed, 0 = given. */
export interface AssumedMarks {
  readonly output: Uint8Array
  readonly finalDemand: Uint8Array
  readonly flow: Uint8Array
  readonly outside: Uint8Array
  readonly cover: Uint8Array
  readonly lead: Uint8Array
}
