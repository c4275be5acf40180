import * as fc from 'fast-check'

/**
 * The same random cases on every machine, so that a red run is one that anybody can repeat. Other cases: `SEED=7 npm test`, and
 * `npm run test:durability`, which draws new ones each time.
 */
const { SEED } = process.env
fc.configureGlobal({ seed: SEED === undefined ? 20_200_410 : Number(SEED) })
