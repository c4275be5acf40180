import type { ComputedStore } from './computed.ts'
import type { DocumentStore } from './document.ts'
import type { SessionStore } from './session.ts'

/** All that the screen reads and the actions write. */
export interface Stores {
  readonly document: DocumentStore
  readonly session: SessionStore
  readonly computed: ComputedStore
}
