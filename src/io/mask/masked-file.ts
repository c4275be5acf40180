/** A masked copy as a file with its key, and the way back. */
import { indexChain } from '../../engine/index-chain.ts'
import type { Chain } from '../../model/chain.ts'
import type { MaskOptions, MaskSummary } from '../../model/masking.ts'
import type { Problem } from '../../model/problem.ts'
import { problemList } from '../problem-list.ts'
import { checkedChain, readChain } from '../read-chain.ts'
import { writeChain } from '../write-chain.ts'
import type { MaskKey } from './key-file.ts'
import { readKey } from './key-file.ts'
import { maskChain } from './mask-chain.ts'
import { unmaskChain } from './unmask-chain.ts'

export interface MaskedFile {
  readonly chain: Chain
  /** The file of the masked copy. */
  readonly text: string
  readonly key: MaskKey
  readonly summary: MaskSummary
}

/** Digits of the mark that ties a copy to its key. */
const MARK_DIGITS = 16

async function sha256Of(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The mark follows from what the copy shows, and so gives nothing away; the same chain gives the same bytes. */
export async function maskedFile(chain: Chain, options: MaskOptions): Promise<MaskedFile> {
  const { chain: bare, entries, summary } = maskChain(chain, options)
  const mask = (await sha256Of(writeChain(bare))).slice(0, MARK_DIGITS)
  const masked: Chain = { ...bare, masked: mask }
  const text = writeChain(masked)
  return { chain: masked, text, key: { mask, sha256: await sha256Of(text), entries }, summary }
}

export interface UnmaskedFile {
  /** Null when file or key is refused. */
  readonly chain: Chain | null
  /** The copy is not to the byte what was handed out: its changes are kept. */
  readonly isChanged: boolean
  readonly problems: readonly Problem[]
}

interface NamedFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name: string
}

/** A returned copy with its names again; a key of another copy is refused. */
export async function unmaskedFile(copy: NamedFile, keyFile: NamedFile): Promise<UnmaskedFile> {
  const read = readChain(copy.bytes, copy.name)
  const { key, problems: ofKey } = readKey(keyFile.bytes, keyFile.name)
  const problems = [...read.problems, ...ofKey]
  const refused = { chain: null, isChanged: false }
  if (!read.chain || !key) return { ...refused, problems }
  if (read.chain.masked !== key.mask) {
    const place = { file: keyFile.name, found: key.mask, expected: read.chain.masked ?? 'nothing' }
    return { ...refused, problems: [...problems, { code: 'KEY_OTHER', severity: 'error', ...place }] }
  }
  const found = problemList(copy.name)
  const named = unmaskChain(read.chain, key.entries)
  const chain = checkedChain(named as unknown as Readonly<Record<string, unknown>>, found)
  const ofBaseline = chain ? indexChain(chain).problems.filter(({ severity }) => severity === 'error') : []
  const isChanged = (await sha256Of(copy.bytes)) !== key.sha256
  return { chain: ofBaseline.length > 0 ? null : chain, isChanged, problems: [...ofKey, ...found.all(), ...ofBaseline] }
}
