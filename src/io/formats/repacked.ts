import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Time of every part of an archive: it has none of its own. */
const PART_TIME = new Date(2000, 0, 1)

/** The new text of a part. @param names all parts of the archive */
export type Rewrite = (text: string, names: ReadonlySet<string>) => string

/** A ZIP archive of ours with the same parts in the same order, compressed, without entries for folders; some parts rewritten. */
export function repacked(archive: Uint8Array, rewrites: Readonly<Record<string, Rewrite>>): Uint8Array {
  const parts = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith('/'))
  const names = new Set(parts.map(([name]) => name))
  const written = parts.map(([name, content]): [string, Uint8Array] => {
    const rewrite = rewrites[name]
    return [name, rewrite ? strToU8(rewrite(strFromU8(content), names)) : content]
  })
  return zipSync(Object.fromEntries(written), { level: 6, mtime: PART_TIME })
}
