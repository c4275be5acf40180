import type { JsonObject } from './check-shape.ts'

/** The version of the chain file that this program writes. */
export const FILE_VERSION = 1

/** Makes a file of one version into one of the next; `from` rises by one from row to row. */
interface Migration {
  readonly from: number
  readonly migrate: (document: JsonObject) => JsonObject
}

/** One row for each version before the present one. There is only one version yet. */
const MIGRATIONS: readonly Migration[] = []

/**
 * Brings a file of an older version up to the present one, step by step; others are left as they are.
 * @throws Error when a version has no step: that would be a mistake in the list
 */
export function migrated(
  document: JsonObject,
  steps: readonly Migration[] = MIGRATIONS,
  target: number = FILE_VERSION,
): JsonObject {
  let current = document
  const { version } = document
  if (typeof version !== 'number' || version < 1) return document
  for (let from = Math.floor(version); from < target; from++) {
    const step = steps.find((candidate) => candidate.from === from)
    if (!step) throw new Error(`expected a migration from version ${from}, got none`)
    current = { ...step.migrate(current), version: from + 1 }
  }
  return current
}
