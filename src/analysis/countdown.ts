import { BACK_TO_FULL, type Played } from './played.ts'

/**
 * Days until each enterprise that runs in full on `day` first falls below full in this run.
 * @returns [enterprises] days, >= 1; -1 = it does not run in full today, or does not fall within the run
 */
export function fallsIn({ run }: Played, day: number): Int32Array {
  const count = run.enterpriseCount
  const days = new Int32Array(count).fill(-1)
  for (let row = 0; row < count; row++) {
    if (run.level[day * count + row]! < BACK_TO_FULL) continue
    for (let later = day + 1; later < run.days; later++) {
      if (run.level[later * count + row]! >= BACK_TO_FULL) continue
      days[row] = later - day
      break
    }
  }
  return days
}
