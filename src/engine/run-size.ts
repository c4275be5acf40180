import type { IndexedChain } from './indexed-chain.ts'

/** Bytes of a recorded day: level and why of an enterprise, flags and goods of a link, stock of a group. */
const BYTES = { enterprise: 8 + 4, link: 1 + 4, group: 4 } as const

/** Bytes that the recorded days of a run take. */
export const runBytes = (
  { enterpriseCount, linkCount, groupCount }: Pick<IndexedChain, 'enterpriseCount' | 'linkCount' | 'groupCount'>,
  days: number,
): number => days * (enterpriseCount * BYTES.enterprise + linkCount * BYTES.link + groupCount * BYTES.group)

/** What the page takes on for one run; the run without clearings stands beside it. */
export const MOST_RUN_BYTES = 1e9

/** Bytes of the recorded days where only levels and reasons are kept. */
export const levelBytes = ({ enterpriseCount }: Pick<IndexedChain, 'enterpriseCount'>, days: number): number =>
  days * enterpriseCount * BYTES.enterprise
