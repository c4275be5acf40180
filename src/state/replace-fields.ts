import type { Patches } from 'mutative'
import type { ChainChange } from '../model/bring.ts'
import type { Chain } from '../model/chain.ts'
import type { DocumentStore } from './document.ts'

/**
 * Puts whole fields in place of those of the chain, as one step of the history. Without a draft, which would walk through each row
 * of a large table.
 */
export function replaceFields(
  store: DocumentStore,
  step: { readonly name: string; readonly values: Readonly<Record<string, string>> },
  { fields, gone }: ChainChange,
): void {
  const { chain, past, version, isReadOnly } = store.getState()
  const names = Object.keys(fields) as (keyof Chain)[]
  const lost = gone.filter((name) => chain[name] !== undefined && fields[name] === undefined)
  if (isReadOnly || names.length + lost.length === 0) return
  const put = (of: Partial<Chain>, name: keyof Chain, isThere: boolean): Patches[number] =>
    of[name] === undefined
      ? { op: 'remove', path: [name] }
      : { op: isThere ? 'replace' : 'add', path: [name], value: of[name] }
  const changed = [...names, ...lost]
  const patches = changed.map((name) => put(fields, name, chain[name] !== undefined))
  const inverse = changed.map((name) => put(chain, name, fields[name] !== undefined)).toReversed()
  const kept = Object.entries(chain).filter(([name]) => !lost.includes(name as keyof Chain))
  const next = { ...(Object.fromEntries(kept) as unknown as Chain), ...fields }
  store.setState({ chain: next, version: version + 1, past: [...past, { ...step, patches, inverse }], future: [] })
}
