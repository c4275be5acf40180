/** Type of the map: the system's own letters, Chinese included. */
export const fontOf = (size: number, isBold: boolean): string =>
  `${isBold ? 600 : 400} ${size}px Inter, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`

/** Below this zoom a card's own text is too small to read. */
export const LABELS_FROM_ZOOM = 0.48
