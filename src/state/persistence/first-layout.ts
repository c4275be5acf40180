import { checkedChain } from '../../io/read-chain.ts'
import { problemList } from '../../io/problem-list.ts'
import { isEdit } from './operation.ts'
import type { KeptDocument } from './read-kept.ts'
import { FIRST_ID } from './records.ts'

/** The only record of the first layout: the open chain with its history, without a hash. */
interface FirstLayout {
  readonly format: 1
  readonly chain: unknown
  readonly origin: unknown
  readonly past: unknown
  readonly future: unknown
}

/** Reads the record that the first layout kept; checked in full, because no hash vouches for it. */
export function fromFirstLayout(value: unknown): KeptDocument {
  const kept = value as Partial<FirstLayout> | null
  const none = { id: FIRST_ID, record: null, lostOperations: 0 }
  if (typeof kept?.format === 'number' && kept.format > 1) return { ...none, intact: [], damage: [], isNewer: true }
  const { chain } = kept ?? {}
  const isRecord = typeof chain === 'object' && chain !== null && !Array.isArray(chain)
  const sound = kept?.format === 1 && isRecord ? soundOrNull(chain as Record<string, unknown>) : null
  if (!sound) {
    return { ...none, intact: [], damage: [{ record: 'document', seq: 0, fault: 'shape' }], isNewer: false }
  }
  const edits = [kept?.past, kept?.future].map((each) => (Array.isArray(each) && each.every(isEdit) ? each : null))
  const [past, future] = edits
  const isWhole = past && future
  const state = {
    chain: sound,
    origin: originOf(kept?.origin),
    past: isWhole ? past : [],
    future: isWhole ? future : [],
  }
  return {
    ...none,
    intact: [{ state, seq: 0, head: '', at: 0 }],
    damage: isWhole ? [] : [{ record: 'history', seq: 0, fault: 'shape' }],
    isNewer: false,
  }
}

function soundOrNull(chain: Record<string, unknown>) {
  try {
    return checkedChain(chain, problemList('kept'))
  } catch {
    return null
  }
}

function originOf(value: unknown) {
  const origin = value as { kind?: unknown; id?: unknown; name?: unknown } | undefined
  if (origin?.kind === 'shipped' && typeof origin.id === 'string') return { kind: 'shipped', id: origin.id } as const
  return { kind: 'file', name: typeof origin?.name === 'string' ? origin.name : 'kept.chain.json' } as const
}
