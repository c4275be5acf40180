import { useEffect, useMemo, useRef, useState } from 'react'
import { encode } from 'uqr'
import { useWords, type SharedLink, type ShorterLink } from '../../app-context.ts'

/** Characters that the largest QR code holds with the least correction. */
const QR_UP_TO = 2_900
/** Light squares around a code, so that it is found. */
const QUIET = 4
/** Pixels of a square, at least: with fewer a camera cannot tell one from the next. */
const SQUARE = 3
const LEAST_SIDE = 240
/** Line around the code on both sides, pixels. */
const LINES = 2

interface Code {
  readonly path: string
  /** Squares of a side, with the light ones around. */
  readonly side: number
}

/** The link as a QR code; where its squares would be too small for a camera, a shorter link, and what is missing in it. */
export function LinkCode({ link }: { readonly link: SharedLink }) {
  const { t } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const room = useWidth(place)
  const found = useMemo(() => (room > 0 ? fitting(link, room - LINES) : null), [link, room])
  return (
    <div ref={place} className="share-code">
      {found && <Drawn code={found.code} room={room - LINES} />}
      {found?.keeps && (
        <p role="status">{t(`share.shorter.${found.keeps}`, { count: link.address.length, least: SQUARE })}</p>
      )}
      {room > 0 && !found && <p role="status">{t('share.noQr')}</p>}
    </div>
  )
}

/** The first of the link and what is shorter whose squares are large enough. */
function fitting({ address, shorter }: SharedLink, room: number) {
  const links: readonly { readonly address: string; readonly keeps?: ShorterLink['keeps'] }[] = [
    { address },
    ...shorter,
  ]
  for (const { address: text, keeps } of links) {
    const code = text.length <= QR_UP_TO ? codeOf(text) : null
    if (code && code.side * SQUARE <= room) return { code, keeps }
  }
  return null
}

function codeOf(text: string): Code {
  const { data, size } = encode(text, { ecc: 'L', border: 0 })
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('')
  return { path, side: size + 2 * QUIET }
}

function Drawn({ code: { path, side }, room }: { readonly code: Code; readonly room: number }) {
  const { t } = useWords()
  // Whole pixels, so that all squares are equally large.
  const square = Math.max(SQUARE, Math.floor(Math.min(LEAST_SIDE, room) / side))
  return (
    <svg
      className="share-qr"
      width={side * square}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={t('share.qr')}
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  )
}

/** Pixels, 0 = not yet measured. */
function useWidth(place: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const seen = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    seen.observe(place.current!)
    return () => seen.disconnect()
  }, [place])
  return width
}
