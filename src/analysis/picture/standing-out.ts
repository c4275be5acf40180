import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { Scene } from '../../model/scenes.ts'
import { rowOf } from '../row-of.ts'
import { traceOf, type Trace } from '../trace-rows.ts'
import type { Wave } from '../wave.ts'

/** Rows and links of the whole chain that stand out; links null = all between two rows that do. */
export interface Lit {
  readonly rows: ReadonlySet<number>
  readonly links: ReadonlySet<number> | null
}

export interface LitBy {
  /** Ids of enterprises that are named. */
  readonly named: readonly string[] | null
  /** Those whom clearings reach. */
  readonly wave: Wave | null
  readonly trace: Scene['trace'] | null
}

/** What stands out, on the screen and in what is handed out: what is named, else a wave, else a trace; null = none of them. */
export function litBy(index: IndexedChain, { named, wave, trace }: LitBy): Lit | null {
  if (named) {
    const rows = new Set(rowsOf(index, named))
    // Where most stand out, as of a list, what stands out is who is not among them: their links stay the ground.
    return { rows, links: rows.size > index.enterpriseIds.length / 2 ? new Set() : null }
  }
  if (wave) return { rows: new Set([...wave.feels.keys()].filter((row) => wave.feels[row]! >= 0)), links: null }
  return trace ? tracedOf(index, trace) : null
}

/** Null where none of its enterprises is there. */
export function tracedOf(
  index: IndexedChain,
  { enterprise, also = [], direction, steps }: NonNullable<Scene['trace']>,
): Trace | null {
  const starts = rowsOf(index, [enterprise, ...also])
  return starts.length === 0 ? null : traceOf(index, { starts, direction, steps: steps ?? Infinity })
}

/** An enterprise with those it buys from and sells to. */
export const neighboursOf = (index: IndexedChain, row: number): Trace =>
  traceOf(index, { starts: [row], direction: 'both', steps: 1 })

/** Rows of those that are there. */
const rowsOf = (index: IndexedChain, ids: readonly string[]): readonly number[] =>
  ids.map((id) => rowOf(index, id)).filter((row) => row >= 0)
