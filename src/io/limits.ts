import { MOST_FILE_BYTES } from '../model/file-bytes.ts'
import { MOST_CHARACTERS } from '../model/limits.ts'

/** What a chain file may measure at most (docs/format.md); the limit itself still works. */
export const LIMITS = {
  fileBytes: MOST_FILE_BYTES,
  enterprises: 200_000,
  supplies: 1_000_000,
  columns: 512,
  textCharacters: MOST_CHARACTERS,
  depth: 64,
  /** Of the fragment of an address. */
  linkCharacters: 32 * 1024,
} as const

const MEGABYTE = 1024 * 1024

/** What a file that is too large is said to measure: of one byte too many only the start may have been read. */
export const shownSize = (bytes: number): string =>
  bytes <= LIMITS.fileBytes + 1 ? `> ${LIMITS.fileBytes / MEGABYTE} MB` : `${(bytes / MEGABYTE).toFixed(1)} MB`
