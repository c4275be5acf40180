import type { JobProgress } from '../analysis/runner.ts'
import { report as en } from '../i18n/en/report.ts'
import { fillIn } from '../i18n/problem-text.ts'
import { report as zh } from '../i18n/zh/report.ts'
import type { Language } from '../model/local-text.ts'
import type { VerifiedReport } from '../view/app-context.ts'
import { verify } from './hand-out.ts'

/** Computes the report in a file again, and says in a sentence what came of it. */
export async function verifyFile(
  file: File,
  language: Language,
  onProgress: (progress: JobProgress) => void,
): Promise<VerifiedReport> {
  const verdict = await verify(await file.text(), onProgress)
  const words = (language === 'zh' ? zh : en).verify
  return { isEqual: verdict.kind === 'equal', sentence: fillIn(words[verdict.kind], { ...verdict }) }
}
