import { lazy, type ComponentType } from 'react'
import { loadWords } from '../../../i18n/areas.ts'

/** Words that every part of editing needs. */
export const editWords = async (): Promise<void> => {
  await Promise.all([loadWords('edit'), loadWords('workbook')])
}

/** Parts of editing that are loaded when they are first shown. */
const late = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    await editWords()
    return { default: await load() }
  })

export const LateRowForm = late(async () => (await import('./RowForm.tsx')).RowForm)
export const LateMoreActions = late(async () => (await import('./MoreActions.tsx')).MoreActions)
export const LateClearingDialog = late(async () => (await import('./ClearingDialog.tsx')).ClearingDialog)
export const LateLinkingBar = late(async () => (await import('./LinkingBar.tsx')).LinkingBar)
