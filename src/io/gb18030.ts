/** What is known of GB18030 without decoding: whether bytes look like it, and the bytes of a character. */

/** Share of the characters beyond ASCII that must be common ones; Big5 and Shift-JIS read as GB18030 give rare ones and signs. */
const COMMON_SHARE = 0.75

/** Whether nearly all characters beyond ASCII are those of GB 2312, which nearly all Chinese texts are made of. */
export function looksChinese(bytes: Uint8Array): boolean {
  let common = 0
  let other = 0
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at]!
    if (first < 0x80) continue
    const second = bytes[++at] ?? 0
    if (isCommonLead(first) && second >= 0xa1) common++
    else other++
  }
  return common > 0 && common >= (common + other) * COMMON_SHARE
}

/** Punctuation, wide letters and the characters of GB 2312; not the kana, Greek and Cyrillic between them. */
const isCommonLead = (first: number): boolean => (first >= 0xa1 && first <= 0xa3) || (first >= 0xb0 && first <= 0xf7)

let bytesOfCharacter: ReadonlyMap<string, readonly [number, number]> | null = null

/** The characters of two bytes in GBK; made when first asked for. */
export function gbkBytes(): ReadonlyMap<string, readonly [number, number]> {
  if (bytesOfCharacter !== null) return bytesOfCharacter
  const decoder = new TextDecoder('gb18030')
  const map = new Map<string, readonly [number, number]>()
  for (let first = 0x81; first <= 0xfe; first++) {
    const row = new Uint8Array(2 * SECONDS.length)
    SECONDS.forEach((second, at) => row.set([first, second], 2 * at))
    // Every pair is a character, if need be of the private use area.
    Array.from(decoder.decode(row)).forEach((character, at) => map.set(character, [first, SECONDS[at]!]))
  }
  bytesOfCharacter = map
  return map
}

/** Bytes that may come second. */
const SECONDS: readonly number[] = Array.from({ length: 0xfe - 0x40 + 1 }, (_, at) => 0x40 + at).filter(
  (byte) => byte !== 0x7f,
)
