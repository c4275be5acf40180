import type { Filter } from '../../model/filter.ts'
import { OBSERVED_DAYS, type ComparedPair, type Scene } from '../../model/scenes.ts'
import type { IdTable } from '../chain-fields.ts'

export type IdMap = (table: IdTable, id: string) => string

/** The fields of these names, in the order in which they stand. */
export const picked = <T extends object>(record: T, names: readonly string[]): T =>
  Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name))) as T

/** The known parts of a scene with other ids, in the order of the file; texts and claims stay as they are. */
export function recoded(scene: Scene, map: IdMap): Scene {
  const { scenario, camera, selection, trace, filter, lit, play, clear, compare } = scene
  const row = (each: string): string => map('enterprises', each)
  const at = (each: string): string => map('scenarios', each)
  const next: Scene = {
    ...picked(scene, FIELDS),
    scenario: at(scenario),
    ...(camera && { camera: picked(camera, ['x', 'y', 'width']) }),
    ...(selection && {
      selection: { ...picked(selection, ['kind', 'id']), id: map(TABLE_OF[selection.kind], selection.id) },
    }),
    ...(trace && {
      trace: {
        ...picked(trace, ['enterprise', 'also', 'direction', 'steps']),
        enterprise: row(trace.enterprise),
        ...(trace.also && { also: trace.also.map(row) }),
      },
    }),
    ...(filter && { filter: recodedFilter(filter, map) }),
    ...(lit && { lit: lit.map(row) }),
    ...(play && { play: { from: play.from } }),
    ...(clear && {
      clear: clear.map((each) => ({ ...picked(each, ['block', 'on']), block: map('blocks', each.block) })),
    }),
    ...(compare && { compare: recodedPair(compare, at) }),
  }
  return next
}

const recodedSide = (id: string, at: (id: string) => string): string => (id === OBSERVED_DAYS ? id : at(id))

const recodedPair = (compare: ComparedPair, at: (id: string) => string): ComparedPair => ({
  ...picked(compare, ['a', 'b']),
  a: recodedSide(compare.a, at),
  ...(compare.b !== undefined && { b: recodedSide(compare.b, at) }),
})

const FIELDS: readonly string[] = [
  'id', 'name', 'words', 'notes', 'scenario', 'day', 'lens', 'camera', 'selection', 'trace', 'filter', 'lit', 'play', 'clear', 'compare', 'claims',
] satisfies readonly (keyof Scene)[] // prettier-ignore

function recodedFilter(filter: Filter, map: IdMap): Filter {
  const { facets, only, hidden, hiddenLinks } = filter
  const row = (each: string): string => map('enterprises', each)
  return {
    ...picked(filter, ['facets', 'only', 'hidden', 'hiddenLinks', 'way']),
    facets: { ...facets, ...(facets.stage && { stage: facets.stage.map((each) => map('stages', each)) }) },
    only: only.map(row),
    hidden: hidden.map(row),
    hiddenLinks: hiddenLinks.map((each) => map('supplies', each)),
  }
}

/** A filter without what it asks of regions and industries, whose texts are codes in a copy, or coarser. */
export function withoutTexts(filter: Filter): Filter {
  const { region, industry, ...facets } = filter.facets
  return region || industry ? { ...filter, facets } : filter
}

const TABLE_OF = { enterprise: 'enterprises', supply: 'supplies', block: 'blocks' } as const
