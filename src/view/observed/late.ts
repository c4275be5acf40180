import { lazy } from 'react'
import { loadWords } from '../../i18n/areas.ts'

/** Parts of the screen that come when a chain with observations is on it. */
export const ObservedLine = lazy(async () => {
  await loadWords('observed')
  return { default: (await import('../panels/observed/ObservedLine.tsx')).ObservedLine }
})

export const ObservedLeading = lazy(async () => {
  await loadWords('observed')
  return { default: (await import('../panels/observed/ObservedLeading.tsx')).ObservedLeading }
})

export const ObservedSeries = lazy(async () => {
  await loadWords('observed')
  return { default: (await import('../panels/observed/ObservedSeries.tsx')).ObservedSeries }
})
