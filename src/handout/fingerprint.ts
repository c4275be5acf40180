import { writeChain } from '../io/write-chain.ts'
import type { Chain } from '../model/chain.ts'

/** SHA-256 of the chain's file, as 64 hex digits: names the very input that a result was made of. */
export async function fingerprintOf(chain: Chain): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(writeChain(chain)))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
