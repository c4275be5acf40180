/** Bytes that a file may have. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024

/** The bytes of a file; of one that is too large only so many that its reader can see this, because all of them may not fit anywhere. */
export async function fileBytes(file: Blob): Promise<Uint8Array> {
  const read = file.size > MOST_FILE_BYTES ? file.slice(0, MOST_FILE_BYTES + 1) : file
  return new Uint8Array(await read.arrayBuffer())
}
