/**
 * A text as it is sought for: letters small, and full-width ones, digits and brackets as half-width ones, so that （ and ( are one.
 * What is shown stays as it is written.
 */
export const asSought = (text: string): string => text.normalize('NFKC').toLowerCase()
