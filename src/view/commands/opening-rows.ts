import type { TFunction } from 'i18next'
import { textIn, type Language } from '../../model/local-text.ts'
import type { AppContextValue } from '../app-context.ts'

/** What there is to open or to switch to, under its name in each language. */
export interface Opening {
  readonly id: string
  readonly nameIn: (language: Language) => string
  readonly run: () => void
}

/** The shipped chains, and the scenarios of the open one but the shown. */
export function openings({ shipped, commands, stores }: AppContextValue, t: TFunction): readonly Opening[] {
  const { scenarioId } = stores.session.getState()
  const { scenarios = [] } = stores.document.getState().chain
  return [
    ...shipped.map(({ id, name }): Opening => ({
      id: `shipped-${id}`,
      nameIn: (lng) => t('commands.openShipped', { lng, name: name[lng] }),
      run: () => commands.openShipped(id),
    })),
    ...scenarios
      .filter(({ id }) => id !== scenarioId)
      .map(({ id, name }): Opening => ({
        id: `scenario-${id}`,
        nameIn: (lng) => t('commands.showScenario', { lng, name: textIn(name, lng) || id }),
        run: () => stores.session.setState({ scenarioId: id, day: 0, isPlaying: false }),
      })),
  ]
}
