/** What a chain file may measure at most (docs/format.md); the limit itself still works. */
export const LIMITS = {
  fileBytes: 50 * 1024 * 1024,
  enterprises: 200_000,
  supplies: 1_000_000,
  columns: 512,
  textCharacters: 10_000,
  depth: 64,
  /** Of the fragment of an address. */
  linkCharacters: 32 * 1024,
} as const
