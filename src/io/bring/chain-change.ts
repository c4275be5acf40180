import type { ChainChange } from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import { isSame } from './incoming.ts'

/** The fields in which two chains differ: a table that is the same need not be written, kept or undone. */
export function chainChange(before: Chain, after: Chain): ChainChange {
  const names = Object.keys(after) as (keyof Chain)[]
  const changed = names.filter((name) => after[name] !== undefined && !isSame(before[name], after[name]))
  const gone = (Object.keys(before) as (keyof Chain)[]).filter((name) => after[name] === undefined)
  return { fields: Object.fromEntries(changed.map((name) => [name, after[name]])), gone }
}
