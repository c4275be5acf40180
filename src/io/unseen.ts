/**
 * Characters that are not seen: controls, marks of no width, and marks that turn round what stands behind them. With them two texts look
 * the same that are not, or one looks like another.
 */
const UNSEEN_CHARACTERS =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

export const hasUnseen = (text: string): boolean => text.search(UNSEEN_CHARACTERS) >= 0

/** Each as its escape, as JSON would write it. */
export const withUnseenShown = (text: string): string =>
  text.replace(UNSEEN_CHARACTERS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
