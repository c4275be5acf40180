/**
 * The word that goes with a count, as the tables give it in `{{count, block|blocks}}`: 1 block, 2 blocks, 1.5 days. Texts with several
 * counts need this; Chinese needs none of it.
 */
export function wordFor(count: unknown, words: string): string {
  const [one = '', other = one] = words.split('|')
  return String(count) === '1' ? one : other
}
