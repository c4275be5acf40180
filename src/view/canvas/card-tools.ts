import type { EnterpriseState } from '../../analysis/day-view.ts'
import type { CardFacts } from '../../analysis/picture/card-facts.ts'
import type { labelSizes, MeasureText } from '../../analysis/picture/card-label.ts'
import type { MapLabels, MapScene } from './map-props.ts'
import type { Palette } from './palette.ts'

export interface CardTools {
  readonly context: CanvasRenderingContext2D
  readonly scene: MapScene
  readonly facts: readonly CardFacts[]
  readonly labels: MapLabels
  readonly palette: Palette
  readonly measure: MeasureText
  readonly sizes: ReturnType<typeof labelSizes>
  readonly hatch: CanvasPattern | null
  /** Dots for what nobody knows. */
  readonly gaps: CanvasPattern | null
  /** [enterprises] who holds each of them today, -1 = nobody; null outside the lens of the wave. */
  readonly holders: Int32Array | null
  /** Last day of the release wave, for its ramp. */
  readonly waveEnd: number
  /** Screen pixels per map unit. */
  readonly zoom: number
}

/** A card's corner on the map and what is drawn there. */
export interface CardPlace {
  readonly row: number
  readonly state: EnterpriseState
  readonly left: number
  readonly top: number
}
