import { charactersTooMany, MOST_CHARACTERS } from '../state/edits/text-limit.ts'
import { useWords } from './app-context.ts'

/** Why a text is not taken, in words, or null; it stays in its field, so that nothing of it is lost. */
export function useTooLong(): (text: string) => string | null {
  const { t } = useWords()
  return (text) => {
    const over = charactersTooMany(text)
    return over === 0 ? null : t('app.tooLong', { most: MOST_CHARACTERS, over })
  }
}
