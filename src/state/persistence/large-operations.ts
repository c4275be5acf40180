import { leadOf, type Operation } from './operation.ts'
import { BREATHE_AFTER, hashInSlices, inSlices as gathered, jsonPieces } from './snapshot-text.ts'
import type { Place } from './write-kept.ts'

/** Operations written down without holding up the page, with their hashes as they follow the place. */
export interface WrittenDown {
  readonly place: Place
  readonly bodies: ReadonlyMap<Operation, string>
  readonly hashes: readonly string[]
}

export async function inSlices(place: Place, operations: readonly Operation[]): Promise<WrittenDown> {
  const bodies = new Map<Operation, string>()
  const hashes: string[] = []
  let { head, seq } = place
  for (const operation of operations) {
    const body = (await gathered(jsonPieces(operation))).join('')
    head = await hashOf(leadOf(head, ++seq), body)
    bodies.set(operation, body)
    hashes.push(head)
  }
  return { place, bodies, hashes }
}

/** @param lead what stands before the text */
function hashOf(lead: string, text: string): Promise<string> {
  const parts = [lead]
  for (let at = 0; at < text.length; at += BREATHE_AFTER) parts.push(text.slice(at, at + BREATHE_AFTER))
  return hashInSlices(parts)
}
