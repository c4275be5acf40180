import type { Problem } from '../../model/problem.ts'

export const isZip = ([first, second, third]: Uint8Array): boolean =>
  first === 0x50 && second === 0x4b && (third === 3 || third === 5 || third === 7)

/** The container of Office until 2003, and of encrypted files since. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** First records of an XLS file without a container: BIFF 2 to 8. */
const BIFF = [0x0009, 0x0209, 0x0409, 0x0809]
/** Bytes in which the container's directory is looked for. */
const BYTES_LOOKED_AT = 1 << 20

/** Whether this is a file of Office 2003 or older, or an encrypted one. */
export function isOldBinary(bytes: Uint8Array): boolean {
  if (OLE.every((byte, at) => bytes[at] === byte)) return true
  return BIFF.includes(bytes[0]! | (bytes[1]! << 8)) && bytes.subarray(0, 64).includes(0)
}

export function oldBinaryProblem(bytes: Uint8Array): Omit<Problem, 'file' | 'severity'> {
  // Names in the container's directory are in UTF-16.
  let names = ''
  for (const byte of bytes.subarray(0, BYTES_LOOKED_AT)) if (byte !== 0) names += String.fromCharCode(byte)
  if (/EncryptedPackage|EncryptionInfo/.test(names)) return { code: 'ENCRYPTED', expected: 'xlsx' }
  if (names.includes('WordDocument')) return { code: 'TYPE_MISMATCH', found: 'DOC', expected: 'tableFile' }
  return { code: 'LEGACY_XLS', found: 'XLS', expected: 'xlsx' }
}
