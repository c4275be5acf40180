/** Four steps: up to a quarter, a half, three quarters, more. */
export const severityStep = (severity: number): number => Math.max(1, Math.min(4, Math.ceil(severity * 4 - 1e-9)))

const SEVERITY_WORDS = ['slight', 'medium', 'severe', 'stop'] as const

/** Key of the step's word in the language tables. */
export const severityWord = (severity: number): (typeof SEVERITY_WORDS)[number] =>
  SEVERITY_WORDS[severityStep(severity) - 1]!
