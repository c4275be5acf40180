import type { Point } from '../../analysis/layout/curve.ts'
import { CARD } from '../../analysis/layout/grid.ts'
import type { LinkRouter } from '../../analysis/layout/link-routes.ts'
import { changeRoute, linkPicture, type LinkPicture } from './link-picture.ts'
import type { MapScene } from './map-props.ts'

/** Where things stand now; the arrays are the map's own and change while a card is dragged. */
export interface MapPlaces {
  /** [enterprises] centres, map units. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly picture: LinkPicture
}

export const emptyPlaces = ({ layout, index }: MapScene): MapPlaces => ({
  x: layout.x.slice(),
  y: layout.y.slice(),
  picture: linkPicture(index, []),
})

/** Places from the layout and from what was dragged, and the ways of the links between them. */
export function placesOf({ index, layout, moved }: MapScene, router: LinkRouter): MapPlaces {
  const [x, y] = [layout.x.slice(), layout.y.slice()]
  for (const [id, at] of Object.entries(moved)) {
    const row = index.enterpriseIds.indexOf(id)
    if (row < 0) continue
    x[row] = at.x
    y[row] = at.y
  }
  const routes = Array.from({ length: index.linkCount }, (_, link) =>
    routeOf({ index, layout }, router, { x, y }, link),
  )
  return { x, y, picture: linkPicture(index, routes) }
}

/** Moves a card, and with it the ways of its own links. */
export function moveCard(
  scene: MapScene,
  router: LinkRouter,
  places: MapPlaces,
  { row, x, y }: { readonly row: number; readonly x: number; readonly y: number },
): void {
  const { index } = scene
  places.x[row] = x
  places.y[row] = y
  for (let link = 0; link < index.linkCount; link++) {
    if (index.linkFrom[link] !== row && index.groupEnterprise[index.linkGroup[link]!] !== row) continue
    changeRoute(places.picture, link, routeOf(scene, router, places, link))
  }
}

function routeOf(
  { index, layout }: Pick<MapScene, 'index' | 'layout'>,
  router: LinkRouter,
  { x, y }: Pick<MapPlaces, 'x' | 'y'>,
  link: number,
) {
  const isMoved = (row: number): boolean => x[row] !== layout.x[row] || y[row] !== layout.y[row]
  const from = index.linkFrom[link]!
  const to = index.groupEnterprise[index.linkGroup[link]!]!
  const place = isMoved(from) || isMoved(to) ? 'moved' : 'laidOut'
  return router.route(link, { x: x[from]!, y: y[from]! }, { x: x[to]!, y: y[to]! }, place)
}

/** Row of the card at a point of the map, the upper one where two lie over each other; -1 = none. */
export function cardAt({ x, y }: MapPlaces, at: Point, slack: number, isDrawn: (row: number) => boolean): number {
  const [reachX, reachY] = [CARD.width / 2 + slack, CARD.height / 2 + slack]
  for (let row = x.length - 1; row >= 0; row--) {
    if (Math.abs(x[row]! - at.x) <= reachX && Math.abs(y[row]! - at.y) <= reachY && isDrawn(row)) return row
  }
  return -1
}
