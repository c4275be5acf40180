import type { Core, NodeSingular } from 'cytoscape'

/** What is used of Cytoscape's canvas renderer (3.34); it replaces `findNearestElements` in the same way where it draws by WebGL. */
interface Renderer {
  readonly NODE: number
  readonly DRAG: number
  readonly data: { readonly canvasNeedsRedraw: boolean[] }
  render: (options: unknown) => void
  findNearestElements: (x: number, y: number, isInteractive: boolean, isTouch: boolean) => NodeSingular[]
}

/** Screen pixels beside a card that still hit it. */
const SLACK = { mouse: 2, touch: 8 } as const

/**
 * Keeps Cytoscape from drawing cards, which are drawn elsewhere; the frame of a box selection it still draws. What lies under the
 * pointer it asks of `nodeAt`, because its own search looks up the style of every card on every move of the mouse.
 * @param nodeAt the card at a point of the map, with so much slack in map units around each
 */
export function quieten(cy: Core, nodeAt: (x: number, y: number, slack: number) => NodeSingular | null): void {
  const renderer = (cy as unknown as { renderer: () => Renderer }).renderer()
  const render = renderer.render.bind(renderer)
  renderer.render = (options) => {
    const needs = renderer.data.canvasNeedsRedraw
    needs[renderer.NODE] = false
    needs[renderer.DRAG] = false
    render(options)
  }
  renderer.findNearestElements = (x, y, _, isTouch) => {
    const node = nodeAt(x, y, SLACK[isTouch ? 'touch' : 'mouse'] / cy.zoom())
    return node ? [node] : []
  }
}
