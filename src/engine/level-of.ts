/** 1 less what is lost, within 0..limit. Comparisons, because Math.min and Math.max see to signed zeros and take three times as long. */
export function levelOf(lost: number, limit: number): number {
  const level = 1 - lost
  if (level > limit) return limit
  return level > 0 ? level : 0
}
