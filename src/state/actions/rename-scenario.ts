import type { LocalText } from '../../model/local-text.ts'
import { editDocument } from '../document.ts'
import type { Stores } from '../stores.ts'
import { scenarioDraft } from './scenario-draft.ts'

export function renameScenario({ document }: Stores, id: string, name: LocalText): void {
  editDocument(document, { name: 'renameScenario', values: { scenario: id } }, (draft) => {
    scenarioDraft(draft, id).name = name
  })
}
