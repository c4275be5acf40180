/**
 * A spreadsheet runs a text that begins like a formula. Such a text is written with an apostrophe in front, which spreadsheets take
 * as "this is text"; a text that begins with apostrophes and then a formula gets one more, so that every text comes back as it was.
 */
const FORMULA_LIKE = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/

export const guarded = (text: string): string => (FORMULA_LIKE.test(text) ? `'${text}` : text)

/** Inverse of `guarded`. */
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text)
