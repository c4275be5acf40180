const factor = Number(process.env.FULL_NUMBERS ?? 0)

/**
 * How often a property is tried: `short` times in `npm test`, `full` times in `npm run test:durability`, and any multiple of it with
 * FULL_NUMBERS=5 in front of a run by hand.
 */
export const times = (full: number, short = full): number => (factor > 0 ? full * factor : short)
