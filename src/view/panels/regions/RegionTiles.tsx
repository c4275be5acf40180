import { TILES, type Tile } from '../../../analysis/regions/province-tiles.ts'
import type { RegionFlow, RegionSum } from '../../../analysis/regions/region-sums.ts'
import { percent } from '../../../i18n/format.ts'
import { useWords } from '../../app-context.ts'

const STEP = { x: 84, y: 66 } as const
const SIZE = { width: 76, height: 58 } as const
/** Widest curve, and how many are drawn. */
const WIDEST = 9
const CURVES = 80

export interface RegionTilesProps {
  readonly sums: readonly RegionSum[]
  readonly flows: readonly RegionFlow[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

const TILE_BY_ID = new Map(TILES.map((tile) => [tile.id, tile]))
const left = ({ column }: Tile): number => (column - 1) * STEP.x + 4
const top = ({ row }: Tile): number => row * STEP.y + 4

/** The provinces as tiles, what flows between them as curves whose width is by square root of the value. */
export function RegionTiles({ sums, flows, chosen, onChoose }: RegionTilesProps) {
  const { t } = useWords()
  const sumOf = new Map(sums.map((sum) => [sum.id, sum]))
  const between = flows.filter(({ from, to, flow }) => from !== to && flow > 0)
  const most = between[0]?.flow ?? 1
  return (
    <svg
      className="region-tiles"
      viewBox={`0 0 ${10 * STEP.x} ${8 * STEP.y}`}
      role="group"
      aria-label={t('regions.map')}
    >
      {TILES.map((tile) => (
        <OneTile key={tile.id} tile={tile} sum={sumOf.get(tile.id)} isChosen={chosen === tile.id} onChoose={onChoose} />
      ))}
      <g className="region-flows" aria-hidden="true">
        {between.slice(0, CURVES).map((flow) => (
          <Curve
            key={`${flow.from}>${flow.to}`}
            {...flow}
            most={most}
            isLit={[flow.from, flow.to].includes(chosen ?? '')}
          />
        ))}
      </g>
      {TILES.map((tile) => (
        <TileWords key={tile.id} tile={tile} sum={sumOf.get(tile.id)} />
      ))}
    </svg>
  )
}

function Curve({ from, to, flow, sent, most, isLit }: RegionFlow & { readonly most: number; readonly isLit: boolean }) {
  const [a, b] = [TILE_BY_ID.get(from)!, TILE_BY_ID.get(to)!]
  const [x1, y1] = [left(a) + SIZE.width / 2, top(a) + SIZE.height / 2]
  const [x2, y2] = [left(b) + SIZE.width / 2, top(b) + SIZE.height / 2]
  // Bent to the left of its way, so that there and back lie apart.
  const [bendX, bendY] = [(x1 + x2) / 2 - (y2 - y1) / 5, (y1 + y2) / 2 + (x2 - x1) / 5]
  const path = `M${x1} ${y1}Q${bendX} ${bendY} ${x2} ${y2}`
  const width = WIDEST * Math.sqrt(flow / most)
  return (
    <g className={isLit ? 'lit' : undefined}>
      <path d={path} className="bed" strokeWidth={Math.max(0.8, width)} />
      {sent > 0 && (
        <path d={path} className="core" strokeWidth={Math.max(0.4, width * Math.min(1, sent / flow) * 0.5)} />
      )}
    </g>
  )
}

interface OneTileProps {
  readonly tile: Tile
  readonly sum: RegionSum | undefined
  readonly isChosen: boolean
  readonly onChoose: (id: string) => void
}

function OneTile({ tile, sum, isChosen, onChoose }: OneTileProps) {
  const { t, language } = useWords()
  const place = `translate(${left(tile)} ${top(tile)})`
  if (!sum) {
    return (
      <g transform={place} className="tile empty" aria-hidden="true">
        <rect {...SIZE} rx={6} />
      </g>
    )
  }
  const label = [
    `${tile[language]}: ${sum.enterprises} · ${percent(sum.level, language)}`,
    sum.blocked > 0 && t('regions.blockedShort', { count: sum.blocked }),
    sum.stopped > 0 && t('regions.stoppedShort', { count: sum.stopped }),
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <g
      transform={place}
      className={`tile${sum.blocked > 0 ? ' blocked' : ''}${isChosen ? ' chosen' : ''}`}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={label}
      onClick={() => onChoose(tile.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onChoose(tile.id)
      }}
    >
      <rect {...SIZE} rx={6} />
      <rect className="level" y={SIZE.height - 7} width={SIZE.width * Math.min(1, sum.level)} height={7} />
    </g>
  )
}

/** Latin signs that a tile has room for; longer words are set closer. */
const ROOM = 11

/** What stands on a tile, over the flows, so that it is read where many of them cross. */
function TileWords({ tile, sum }: Pick<OneTileProps, 'tile' | 'sum'>) {
  const { t, language } = useWords()
  const name = tile[language]
  const { enterprises = 0, blocked = 0, stopped = 0 } = sum ?? {}
  const signs = [
    blocked > 0 && t('regions.blockedShort', { count: blocked }),
    stopped > 0 && t('regions.stoppedShort', { count: stopped }),
  ]
    .filter(Boolean)
    .join(' ')
  const fitted = (text: string) =>
    language === 'en' && text.length > ROOM
      ? ({ textLength: SIZE.width - 12, lengthAdjust: 'spacingAndGlyphs' } as const)
      : {}
  return (
    <g
      transform={`translate(${left(tile)} ${top(tile)})`}
      className={sum ? `words${blocked > 0 ? ' blocked' : ''}` : 'words empty'}
      aria-hidden="true"
    >
      <text x={6} y={16} className="name" {...fitted(name)}>
        {name}
      </text>
      {sum && (
        <text x={6} y={31}>
          {enterprises} · {percent(sum.level, language)}
        </text>
      )}
      <text x={6} y={45} className="signs" {...fitted(signs)}>
        {signs}
      </text>
    </g>
  )
}
