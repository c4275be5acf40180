import { membersOf, versionOn } from '../analysis/lists/list-versions.ts'
import type { Chain } from '../model/chain.ts'
import { isFiltering } from '../model/filter.ts'
import { OBSERVED_DAYS, type ComparedPair, type Looked } from '../model/scenes.ts'
import { shownScenario } from './selectors.ts'
import type { SessionState } from './session.ts'

/** What the map on screen hides, lights and is held against, as a scene keeps it and a hand-out shows it. */
export function lookedAt(chain: Chain, session: SessionState): Omit<Looked, 'pinned' | 'route'> {
  const { scenarioId, selection, trace, filter, preview, against, swipe, lens, listDate } = session
  const lit = session.lit ?? shownMembers(chain, listDate)
  return {
    ...(selection && selection.kind !== 'fold' && { selection: { kind: selection.kind, id: selection.id } }),
    ...(trace && { trace }),
    ...(isFiltering(filter) && { filter }),
    ...(lit && { lit }),
    ...(preview && { clear: preview.clear }),
    ...(against &&
      lens === 'difference' && {
        compare: { ...comparedOn(chain, scenarioId, against), ...(swipe !== null && { swipe }) },
      }),
  }
}

/** Observed days are held against the scenario on screen, whichever they were held against before. */
function comparedOn(chain: Chain, scenarioId: string, pair: ComparedPair): ComparedPair {
  return pair.b === OBSERVED_DAYS ? { a: shownScenario(chain, scenarioId)?.id ?? pair.a, b: pair.b } : pair
}

/** Members of the version of the lists that the map shows. */
function shownMembers(chain: Chain, listDate: string | null): readonly string[] | null {
  const version = listDate === null ? null : versionOn(chain, listDate)
  return version && [...membersOf(version.list).keys()]
}
