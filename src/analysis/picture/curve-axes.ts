/** Where a curve is drawn, in the units of its drawing. */
export interface CurveRoom {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A curve over days: shares of normal, upwards. */
export interface CurveAxes {
  readonly x: (day: number) => number
  readonly y: (share: number) => number
  /** As SVG names a path; days of which nothing is known (NaN) leave a gap. */
  readonly path: (curve: ArrayLike<number>) => string
}

/** @param days of the longest curve; @param shares at the lower and the upper edge */
export function curveAxes(
  { left, right, top, bottom }: CurveRoom,
  days: number,
  [floor, ceiling]: readonly [number, number],
): CurveAxes {
  const x = (day: number): number => left + (day / Math.max(1, days - 1)) * (right - left)
  const y = (share: number): number => top + (1 - (share - floor) / (ceiling - floor)) * (bottom - top)
  const path = (curve: ArrayLike<number>): string => {
    let text = ''
    for (let day = 0; day < curve.length; day++) {
      const share = curve[day]!
      if (Number.isNaN(share)) continue
      const isFirst = day === 0 || Number.isNaN(curve[day - 1]!)
      text += `${isFirst ? 'M' : 'L'}${x(day).toFixed(1)} ${y(share).toFixed(1)}`
    }
    return text
  }
  return { x, y, path }
}
