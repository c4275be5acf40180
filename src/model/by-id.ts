const known = new WeakMap<readonly object[], ReadonlyMap<string, unknown>>()

/** Rows by their id, kept as long as the rows are: every edit makes a new array of what it changes. Of two with one id the first counts, as for the reader. */
export function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  let found = known.get(rows) as ReadonlyMap<string, Row> | undefined
  if (!found) known.set(rows, (found = new Map(rows.map((row) => [row.id, row] as const).toReversed())))
  return found
}
