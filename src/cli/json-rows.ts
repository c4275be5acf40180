/** A list of JSON rows under a name, one a line, piece by piece: nothing has to fit into one string. */
export function* jsonRows<Key>(
  name: string,
  keys: Iterable<Key>,
  rowOf: (key: Key, position: number) => unknown,
): Iterable<string> {
  yield ` ${JSON.stringify(name)}: [`
  let position = 0
  for (const key of keys) yield `${position === 0 ? '\n' : ',\n'}  ${JSON.stringify(rowOf(key, position++))}`
  yield position === 0 ? ']' : '\n ]'
}
