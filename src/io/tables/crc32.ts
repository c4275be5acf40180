const POLYNOMIAL = 0xedb88320

/** [8][256] tables for eight bytes a step. */
const TABLES: readonly Int32Array[] = (() => {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1
    return rest
  })
  const tables = [first]
  for (let table = 1; table < 8; table++) {
    tables.push(tables[table - 1]!.map((rest) => (rest >>> 8) ^ first[rest & 255]!))
  }
  return tables
})()

/** CRC-32 as ZIP counts it. Source: ISO 3309, sliced by eight (Kounavis and Berry 2005). */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as unknown as readonly [
    Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array,
  ] // prettier-ignore
  let rest = -1
  let at = 0
  for (const end = bytes.length - 7; at < end; at += 8) {
    rest ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    rest =
      t7[rest & 255]! ^ t6[(rest >>> 8) & 255]! ^ t5[(rest >>> 16) & 255]! ^ t4[rest >>> 24]! ^
      t3[bytes[at + 4]!]! ^ t2[bytes[at + 5]!]! ^ t1[bytes[at + 6]!]! ^ t0[bytes[at + 7]!]! // prettier-ignore
  }
  for (; at < bytes.length; at++) rest = (rest >>> 8) ^ t0[(rest ^ bytes[at]!) & 255]!
  return (rest ^ -1) >>> 0
}
