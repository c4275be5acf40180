/** Path of a Chromium that starts. Throws when there is none and none could be installed. */
export function findChromium(): string
export const CHROMIUM_SWITCHES: readonly string[]
