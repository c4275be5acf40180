import type { Core, EventObject, NodeSingular } from 'cytoscape'
import type { Point } from '../../analysis/layout/curve.ts'

/** What the hand does on the map; rows are those of the IndexedChain. */
export interface Gestures {
  readonly tapped: (event: EventObject) => void
  readonly opened: (event: EventObject) => void
  /** Asked for the menu: right button or long press. */
  readonly asked: (event: EventObject) => void
  /** -1 = the pointer has left the card. */
  readonly hovered: (row: number) => void
  readonly dragged: (row: number, at: Point) => void
  readonly dropped: (row: number, at: Point) => void
  /** Panned or zoomed. */
  readonly viewed: () => void
}

export const rowOf = (node: NodeSingular): number => Number(node.id().slice(2))

const nodeOf = (event: EventObject): NodeSingular => event.target as NodeSingular
const placeOf = (node: NodeSingular): Point => ({ x: node.position().x, y: node.position().y })

/** Turns Cytoscape's events into gestures. Its own selection is never kept: what is selected is the session's. */
export function listenTo(cy: Core, gestures: Gestures): void {
  cy.on('tap', gestures.tapped)
  cy.on('dbltap', gestures.opened)
  cy.on('cxttap taphold', gestures.asked)
  cy.on('mouseover', 'node', (event) => gestures.hovered(rowOf(nodeOf(event))))
  cy.on('mouseout', 'node', () => gestures.hovered(-1))
  cy.on('drag', 'node', (event) => gestures.dragged(rowOf(nodeOf(event)), placeOf(nodeOf(event))))
  cy.on('dragfree', 'node', (event) => gestures.dropped(rowOf(nodeOf(event)), placeOf(nodeOf(event))))
  cy.on('viewport', gestures.viewed)
  cy.on('tap', 'node', (event) => void setTimeout(() => nodeOf(event).unselect()))
}
