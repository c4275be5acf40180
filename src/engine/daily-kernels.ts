/** The steps of a day, compiled: for chains that are not small, on which the plain ones take longer. */
import { enterpriseKernels } from './daily-enterprise-kernels.ts'
import { groupKernels } from './daily-group-kernels.ts'
import { linkKernels } from './daily-link-kernels.ts'
import type { IndexedChain } from './indexed-chain.ts'
import { compiledOnce, kernelsOn, type Kernel } from './wasm-memory.ts'

type Name =
  | ('receiveAndOrder' | 'findPotential' | 'askContracts' | 'askContractsWithin' | 'deliverContracts' | 'sendLess')
  | ('findShort' | 'findHeadroom' | 'askStandIns' | 'askStandInsWithin' | 'takeFromLeft' | 'sendFromLeft')
  | ('askRestock' | 'askRestockWithin' | 'askAllRestock' | 'sendAllFromLeft' | 'produce' | 'takeFromStock' | 'ship')

/** Each takes what changes from call to call; the arrays are those of one model. */
export type DayKernels = Readonly<Record<Name, Kernel>>

/** Null where the steps cannot be compiled. */
export const compiledDays = compiledOnce(() => [...groupKernels(), ...enterpriseKernels(), ...linkKernels()])

/** @param arrays by the names of the parameters; `memory` holds them */
export function dayKernels(
  { enterpriseCount, groupCount, linkCount }: IndexedChain,
  arrays: object,
  memory: WebAssembly.Memory,
): DayKernels {
  return kernelsOn(compiledDays()!, memory, { ...arrays, enterpriseCount, groupCount, linkCount })
}
