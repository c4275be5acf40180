const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

/** Row of each id; made once for an array of ids, which an index keeps as long as it lives. */
export function rowsById(ids: readonly string[]): ReadonlyMap<string, number> {
  let rows = known.get(ids)
  if (!rows) known.set(ids, (rows = new Map(ids.map((id, row) => [id, row]))))
  return rows
}
