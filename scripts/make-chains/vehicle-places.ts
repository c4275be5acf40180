/** Groups of enterprises of the vehicle chain that a block fact names as one. */
import { readFacts } from './facts.ts'

const { enterprises } = readFacts('A')
export const inRegion = (start: string): string[] =>
  enterprises.filter(({ region }) => region.startsWith(start)).map(({ id }) => id)
export const inStage = (name: string): string[] => enterprises.filter(({ stage }) => stage === name).map(({ id }) => id)
export const without = (ids: readonly string[], ...left: readonly string[]): string[] =>
  ids.filter((id) => !left.includes(id))
