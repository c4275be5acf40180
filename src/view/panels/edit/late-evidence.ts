import { lazy } from 'react'
import { loadWords } from '../../../i18n/areas.ts'

/** The question for the evidence, loaded when a block first becomes cleared. */
export const LateAskEvidence = lazy(async () => {
  await Promise.all([loadWords('work'), loadWords('edit')])
  return { default: (await import('./AskEvidence.tsx')).AskEvidence }
})
