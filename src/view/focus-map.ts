/** Gives the keys to the map. */
export const focusMap = (): void => document.getElementById('map-mirror')?.focus({ preventScroll: true })
