import { UNFELT, type ListEffect } from '../../../analysis/lists/proposals.ts'
import { TIE } from '../../../analysis/planners/changes.ts'
import type { IndexedChain } from '../../../engine/indexed-chain.ts'
import { decimal } from '../../../i18n/format.ts'
import { useWords } from '../../app-context.ts'
import { useListNames } from './list-names.ts'

/** Why an enterprise belongs on the list, or has no effect on it, in sentences with the engine's figures. */
export function useEffectSentences({ enterpriseIds }: IndexedChain) {
  const { t, language } = useWords()
  const { name, join } = useListNames()
  const days = (value: number) => decimal(value, 2, language)
  const share = (value: number) =>
    value < UNFELT ? t('lists.proposals.less') : `${decimal(value * 100, 2, language)} %`
  const gap = language === 'zh' ? '' : ' '
  return {
    matters({ gain, together, partners, othersLose }: ListEffect): string {
      const names = join(partners.map((row) => name(enterpriseIds[row]!)))
      const sentences = [
        ...(gain > TIE ? [t('lists.proposals.becauseGain', { days: days(gain) })] : []),
        ...(together > TIE
          ? [
              partners.length > 0
                ? t('lists.proposals.becauseTogether', { names, days: days(together) })
                : t('lists.proposals.becauseTogetherOwn', { days: days(together) }),
            ]
          : []),
        t('lists.proposals.becauseLost', { share: share(othersLose) }),
      ]
      return sentences.join(gap)
    },
    without({ othersLose, blocks }: ListEffect): string {
      const rest = t(blocks === 0 ? 'lists.proposals.noBlocks' : 'lists.proposals.idleBlocks')
      return t('lists.proposals.without', { share: share(othersLose) }) + (language === 'zh' ? '；' : '; ') + rest
    },
  }
}
