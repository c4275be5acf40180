/** Pixels between two baselines of which neither text touches the other's curve. */
const LABEL_ROOM = 15
/** Pixels that nobody sees between two curves. */
const ALIKE = 1

/** Baselines of the two curves' names: over each curve where there is room, else the lower one under its own, or both over both. */
export function placeLabels(
  cleared: number,
  uncleared: number,
  lowest: number,
): { readonly cleared: number; readonly uncleared: number } {
  const [upper, lower] = [Math.min(cleared, uncleared), Math.max(cleared, uncleared)]
  const isApart = lower - upper >= LABEL_ROOM
  const under = isApart ? lower - 5 : lower + 12 <= lowest ? lower + 12 : upper - 5
  const over = Math.min(upper - 5, under - LABEL_ROOM)
  // Where both end alike the clearings stand above, as nearly always on the days before.
  return cleared <= uncleared + ALIKE ? { cleared: over, uncleared: under } : { cleared: under, uncleared: over }
}
