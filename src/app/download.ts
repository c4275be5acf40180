import type { DocumentState } from '../state/document.ts'

/** Time that a browser may take to begin reading what it was handed. */
const KEPT_FOR = 10_000

/** Hands bytes or a text to the browser as a file. */
export function download(content: BlobPart, name: string, type = 'application/octet-stream'): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR)
}

/** The name of the open file without its ending. */
export const baseName = (origin: DocumentState['origin']): string =>
  (origin.kind === 'file' ? origin.name : origin.id).replace(/(?:\.chain)?\.\w+$/, '')
