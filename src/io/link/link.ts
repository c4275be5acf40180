/** The view and, where it is small, the chain itself inside the fragment of an address; nothing is ever fetched because of it. */
import { deflateSync, inflateSync } from 'fflate'
import type { Chain } from '../../model/chain.ts'
import type { Problem } from '../../model/problem.ts'
import { LIMITS } from '../limits.ts'
import { readChain } from '../read-chain.ts'
import { writeChain } from '../write-chain.ts'

export interface LinkContent {
  /** What is looked at; checked by its own reader. */
  readonly view: unknown
  /** Name of the chain, for a person who does not have it. */
  readonly name: string
  /** SHA-256 of the chain's file. */
  readonly fingerprint: string
  /** Null: only name and fingerprint are inside, and another chain is refused. */
  readonly chain: Chain | null
}

/** Marks an address of ours, and the version of its content. */
const MARK = 'v1.'
/** A damaged or hostile link must not fill the memory: so much may come out of its 32 kB. */
const MOST_BYTES = 8 * 1024 * 1024

export const isLink = (fragment: string): boolean => fragment.startsWith(MARK)

/** The fragment without `#`; null when it would be longer than LIMITS.linkCharacters. */
export function writeLink({ view, name, fingerprint, chain }: LinkContent): string | null {
  const content = { view, name, fingerprint, ...(chain ? { chain: writeChain(chain) } : {}) }
  const packed = deflateSync(new TextEncoder().encode(JSON.stringify(content)), { level: 9 })
  const text = MARK + toBase64Url(packed)
  return text.length > LIMITS.linkCharacters ? null : text
}

export interface ReadLink {
  readonly content: LinkContent | null
  readonly problems: readonly Problem[]
}

/** Reads a fragment; a damaged one is a problem, never an exception. */
export function readLink(fragment: string): ReadLink {
  if (fragment.length > LIMITS.linkCharacters) {
    const [found, expected] = [String(fragment.length), `<= ${LIMITS.linkCharacters}`]
    return { content: null, problems: [{ code: 'LINK_SIZE', severity: 'error', found, expected }] }
  }
  const damaged: ReadLink = { content: null, problems: [{ code: 'LINK', severity: 'error' }] }
  const record = unpacked(fragment)
  if (record === null) return damaged
  const { view, name, fingerprint, chain: text } = record
  if (typeof name !== 'string' || typeof fingerprint !== 'string' || !/^[0-9a-f]{64}$/.test(fingerprint)) return damaged
  if (text === undefined) return { content: { view, name, fingerprint, chain: null }, problems: [] }
  if (typeof text !== 'string') return damaged
  const { chain, problems } = readChain(new TextEncoder().encode(text), 'link')
  return { content: chain && { view, name, fingerprint, chain }, problems }
}

function unpacked(fragment: string): Readonly<Record<string, unknown>> | null {
  if (!isLink(fragment)) return null
  const bytes = fromBase64Url(fragment.slice(MARK.length))
  if (bytes === null) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      inflateSync(bytes, { out: new Uint8Array(MOST_BYTES) }),
    )
    const record: unknown = JSON.parse(text)
    return typeof record === 'object' && record !== null ? (record as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(text)) return null
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
  } catch {
    return null
  }
}
