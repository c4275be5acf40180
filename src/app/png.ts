/** Largest side of a canvas that every browser draws. */
const MOST_PIXELS = 16_000

/**
 * An SVG picture as PNG.
 * @param width pixels wanted
 */
export async function pngOf(svg: Uint8Array<ArrayBuffer>, width: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const scale = Math.min(
      width / image.naturalWidth,
      MOST_PIXELS / image.naturalWidth,
      MOST_PIXELS / image.naturalHeight,
    )
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}
