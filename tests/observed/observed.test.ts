import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DIGITS, observedOf, played, dateOn, type ChainRun } from './observed-chains.ts'
import {
  errorOf,
  errorPairs,
  errorsByEnterprise,
  modelOn,
  type ErrorPair,
} from '../../src/analysis/observed/model-error.ts'
import {
  coverageOf,
  observedDaysOf,
  observedOn,
  observedSeries,
  OBSERVED_RATES,
} from '../../src/analysis/observed/observed-days.ts'
import { observedCurve, observedFigures } from '../../src/analysis/observed/observed-figures.ts'
import { figuresOf, leadingRows, outputCurve } from '../../src/analysis/figures.ts'
import type { Chain, Observation } from '../../src/model/chain.ts'
import { arbitraryChain } from '../generators/random-chain.ts'

const RUNS = { numRuns: 60 }
/** Settling gives up after so many days: such a chain swings for ever and carries the last bit of rounding into its levels. */
const NEVER_SETTLES = 730
const arbitraryRun: fc.Arbitrary<ChainRun> = arbitraryChain
  .map(played)
  .filter(({ played: { run } }) => run.settlingDays < NEVER_SETTLES)
/** Some of the days and enterprises, whatever was seen there. */
const arbitraryDays = fc.uniqueArray(
  fc.record({ row: fc.nat(13), day: fc.nat(40), seen: fc.double({ min: 0, max: 1, noNaN: true }) }),
  {
    maxLength: 40,
    selector: ({ row, day }) => row * 1000 + day,
  },
)

test('the error is 0 where the observations are the model itself, whatever was left out', () => {
  fc.assert(
    fc.property(arbitraryRun, fc.nat(6), (run, gap) => {
      const observed = observedOf(run, observedLike(run, gap))
      for (const field of ['level', ...OBSERVED_RATES] as const) {
        const { pairs, meanAbsolute, bias } = errorOf(errorPairs(run.played, observed, field))
        const expected = coverageOf(observed, field).reduce((sum, count) => sum + count, 0)
        expect(pairs).toBe(expected)
        if (pairs === 0) continue
        expect(meanAbsolute).toBeCloseTo(0, DIGITS)
        expect(bias).toBeCloseTo(0, DIGITS)
      }
    }),
    RUNS,
  )
})

/** What the model says, written down as observations on every `gap + 1`-th pair. */
function observedLike({ chain, played: { index, run, ...rest } }: ChainRun, gap: number): Observation[] {
  const rows: Observation[] = []
  for (let day = 0; day < run.days; day++) {
    const [level, staff] = (['level', 'staffReturn'] as const).map((field) =>
      modelOn({ index, run, ...rest }, day, field),
    )
    index.enterpriseIds.forEach((enterprise, row) => {
      if ((day + row) % (gap + 1) !== 0) return
      const kind = (day + row) % 3
      rows.push({
        enterprise,
        date: dateOn(chain, day),
        ...(kind !== 1 && { outputRecovery: level![row]! }),
        ...(kind !== 0 && { staffReturn: staff![row]! }),
        ...(kind === 1 && { operatingRate: level![row]! }),
      })
    })
  }
  return rows
}

test('a day or an enterprise that nobody observed enters no figure: the error is that of the pairs alone', () => {
  fc.assert(
    fc.property(arbitraryRun, arbitraryDays, (run, seen) => {
      const { index, run: result } = run.played
      const inside = seen.filter(({ row, day }) => row < index.enterpriseCount && day < result.days)
      const rows = seen.map(({ row, day, seen: outputRecovery }) => ({
        enterprise: index.enterpriseIds[row % index.enterpriseCount]!,
        date: dateOn(run.chain, row < index.enterpriseCount ? day : result.days + day),
        outputRecovery,
      }))
      const observed = observedOf(run, rows)
      const error = errorOf(errorPairs(run.played, observed, 'level'))
      expect(error.pairs).toBe(inside.length)
      expect(observed.outside).toBe(seen.length - inside.length)
      if (inside.length === 0) {
        expect(error.meanAbsolute).toBeNaN()
        expect(error.largest).toBeNull()
        return
      }
      const apart = inside.map(({ row, day, seen: value }) => result.level[day * index.enterpriseCount + row]! - value)
      expect(error.bias).toBeCloseTo(apart.reduce((sum, each) => sum + each, 0) / apart.length, 12)
      const off = apart.map(Math.abs)
      expect(error.meanAbsolute).toBeCloseTo(off.reduce((sum, each) => sum + each, 0) / off.length, 12)
      const { largest } = error
      expect(Math.abs(largest!.model - largest!.observed)).toBe(Math.max(...off))
    }),
    RUNS,
  )
})

test('observations come back as they were given, and what was not given is a gap', () => {
  fc.assert(
    fc.property(arbitraryRun, arbitraryDays, (run, seen) => {
      const { index, run: result } = run.played
      const inside = seen.filter(({ row, day }) => row < index.enterpriseCount && day < result.days)
      const observed = observedOf(
        run,
        inside.map(({ row, day, seen: value }) => ({
          enterprise: index.enterpriseIds[row]!,
          date: dateOn(run.chain, day),
          staffReturn: value,
        })),
      )
      const found = new Map(inside.map(({ row, day, seen: value }) => [day * index.enterpriseCount + row, value]))
      for (let day = 0; day < result.days; day++) {
        observedOn(observed, day, 'staffReturn').forEach((value, row) => {
          expect(value).toBe(found.get(day * index.enterpriseCount + row) ?? Number.NaN)
          expect(observedSeries(observed, row, 'staffReturn')[day]).toBe(value)
        })
        expect(observedOn(observed, day, 'level').every(Number.isNaN)).toBe(true)
      }
    }),
    RUNS,
  )
})

const sizeOf = ({ model, observed }: ErrorPair): number => Math.abs(model - observed)

/** The same chain under other ids, which sort the other way round. */
function relabelled(chain: Chain): { readonly chain: Chain; readonly nameOf: ReadonlyMap<string, string> } {
  const sorted = chain.enterprises.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1))
  const nameOf = new Map(sorted.map((id, at) => [id, `z${String(sorted.length - at).padStart(3, '0')}`]))
  const text = JSON.stringify(chain, (_, value: unknown) =>
    typeof value === 'string' && nameOf.has(value) ? nameOf.get(value) : value,
  )
  return { chain: JSON.parse(text) as Chain, nameOf }
}

test('other ids move every value along with its enterprise', () => {
  fc.assert(
    fc.property(arbitraryRun, fc.nat(5), (run, gap) => {
      const shifted = observedLike(run, gap).map((row) => ({
        ...row,
        ...(row.outputRecovery !== undefined && { outputRecovery: row.outputRecovery / 2 }),
      }))
      const { chain, nameOf } = relabelled({ ...run.chain, observations: shifted })
      const other = played(chain)
      const [here, there] = [run, other].map((each, at) => {
        const pairs = errorPairs(each.played, observedOf(each, at === 0 ? shifted : chain.observations!), 'level')
        const ids = each.played.index.enterpriseIds
        return { total: errorOf(pairs), own: new Map(errorsByEnterprise(pairs).map((own) => [ids[own.row]!, own])) }
      })
      expect(there!.total.pairs).toBe(here!.total.pairs)
      if (here!.total.pairs === 0) return
      expect(there!.total.meanAbsolute).toBeCloseTo(here!.total.meanAbsolute, 9)
      for (const [id, error] of here!.own) {
        const moved = there!.own.get(nameOf.get(id)!)!
        expect(moved.pairs).toBe(error.pairs)
        expect(moved.bias).toBeCloseTo(error.bias, 9)
        expect(sizeOf(moved.largest!)).toBeCloseTo(sizeOf(error.largest!), 9)
      }
    }),
    RUNS,
  )
})

test('with every enterprise observed as the model has it, the observed figures are the strip’s own', () => {
  fc.assert(
    fc.property(arbitraryRun, fc.double({ min: 0.01, max: 1, noNaN: true }), (run, threshold) => {
      const observed = observedOf(run, everything(run))
      for (const day of [0, run.played.run.days - 1]) {
        const figures = observedFigures(run.played, observed, day, threshold)
        const strip = figuresOf(run.played, day, threshold)
        for (const name of ['operatingRate', 'staffReturn', 'outputRecovery', 'leadingOutput'] as const) {
          const { observed: seen, model, count, of } = figures[name]
          expect(count).toBe(of)
          if (count === 0) continue
          expect(model).toBeCloseTo(strip[name], 9)
          expect(seen).toBeCloseTo(strip[name], 9)
        }
      }
      const rows = leadingRows(run.played.index)
      const curve = observedCurve(run.played.index, observed, rows)
      outputCurve(run.played.index, run.played.run, rows).forEach((share, day) => {
        if (rows.length > 0) expect(curve.share[day]).toBeCloseTo(share, 9)
      })
    }),
    RUNS,
  )
})

function everything({ chain, played: model }: ChainRun): Observation[] {
  return Array.from({ length: model.run.days }, (_, day) => day).flatMap((day) =>
    model.index.enterpriseIds.map((enterprise, row) => ({
      enterprise,
      date: dateOn(chain, day),
      outputRecovery: modelOn(model, day, 'level')[row]!,
      staffReturn: modelOn(model, day, 'staffReturn')[row]!,
    })),
  )
}

test('the observed operating rate counts observed enterprises alone, and the threshold acts on both', () => {
  fc.assert(
    fc.property(arbitraryRun, arbitraryDays, fc.double({ min: 0.01, max: 1, noNaN: true }), (run, seen, threshold) => {
      const { index } = run.played
      const today = [
        ...new Map(seen.filter(({ row }) => row < index.enterpriseCount).map((each) => [each.row, each])).values(),
      ]
      const observed = observedOf(
        run,
        today.map(({ row, seen: operatingRate }) => ({
          enterprise: index.enterpriseIds[row]!,
          date: dateOn(run.chain, 0),
          operatingRate,
        })),
      )
      const { operatingRate } = observedFigures(run.played, observed, 0, threshold)
      expect(operatingRate.count).toBe(today.length)
      expect(operatingRate.of).toBe(index.enterpriseCount)
      if (today.length === 0) {
        expect(operatingRate.observed).toBeNaN()
        return
      }
      const over = today.filter(({ seen: value }) => value >= threshold - 1e-9).length
      expect(operatingRate.observed).toBeCloseTo(over / today.length, 12)
      const model = today.filter(({ row }) => run.played.run.level[row]! >= threshold - 1e-9).length
      expect(operatingRate.model).toBeCloseTo(model / today.length, 12)
    }),
    RUNS,
  )
})

test('of two observations of one day the later one counts, rate by rate', () => {
  const run = played(TWICE)
  const observed = observedDaysOf(TWICE, run.played.index, TWICE.scenarios![0]!)
  const row = run.played.index.enterpriseIds.indexOf('a')
  expect(observedOn(observed, 1, 'operatingRate')[row]).toBe(0.6)
  expect(observedOn(observed, 1, 'staffReturn')[row]).toBe(0.2)
  expect(observedOn(observed, 1, 'level')[row]).toBe(0.6)
  expect(coverageOf(observed, 'level')).toEqual(Int32Array.of(0, 1, 0))
})

const TWICE: Chain = {
  format: 'industrial-chain',
  version: 1,
  name: 'twice',
  stages: [{ id: 's', name: 's', tier: 0 }],
  enterprises: [{ id: 'a', name: 'a', role: 'leading', stage: 's', finalDemand: 1 }],
  supplies: [],
  scenarios: [{ id: 'main', name: 'main', start: '2020-02-10', days: 3, blocks: [] }],
  observations: [
    { enterprise: 'a', date: '2020-02-11', operatingRate: 0.4, staffReturn: 0.2 },
    { enterprise: 'a', date: '2020-02-11', operatingRate: 0.6 },
  ],
}
