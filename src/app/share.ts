import { fingerprintOf } from '../handout/fingerprint.ts'
import { readLink, writeLink } from '../io/link/link.ts'
import { share as en } from '../i18n/en/share.ts'
import { share as zh } from '../i18n/zh/share.ts'
import { textIn, type Language } from '../model/local-text.ts'
import type { Problem } from '../model/problem.ts'
import type { Stores } from '../state/stores.ts'
import { readView, viewOf } from '../state/view-state.ts'
import type { SharedLink, ShorterLink } from '../view/app-context.ts'
import { showChain } from '../state/actions/show-chain.ts'

/** An address that opens what is shown now, wherever this page is served. */
export async function shareLink({ document, session }: Stores, withChain: boolean): Promise<SharedLink> {
  const { chain } = document.getState()
  const state = session.getState()
  // The sheet that makes the link is no part of the view, but what it was opened from is.
  const view = viewOf({ ...state, table: state.compared ? 'compare' : 'none' })
  const content = { view, name: textIn(chain.name, state.language), fingerprint: await fingerprintOf(chain) }
  const whole = withChain ? writeLink({ ...content, chain }) : null
  const fragment = whole ?? writeLink({ ...content, chain: null })
  if (fragment === null) throw new Error('expected a view that fits into a link')
  const addressOf = (text: string): string => `${location.origin}${location.pathname}#${text}`
  const shorter = (['view', 'name'] as const).flatMap((keeps): readonly ShorterLink[] => {
    const text = writeLink({ ...content, view: keeps === 'view' ? view : null, chain: null })
    return text === null || text.length >= fragment.length ? [] : [{ address: addressOf(text), keeps }]
  })
  return { address: addressOf(fragment), hasChain: whole !== null, shorter }
}

/** What a link is called where a file would be named. */
export const linkName = (language: Language): string => (language === 'zh' ? zh : en).link

/**
 * Opens what a link holds. Without a chain inside, the open chain must be the very one that was shared.
 * @returns what is wrong; the open chain is then as it was
 */
export async function openLink(stores: Stores, fragment: string): Promise<readonly Problem[]> {
  const { content, problems } = readLink(fragment)
  if (content === null) return problems
  const { view, name, fingerprint, chain } = content
  const { chain: open } = stores.document.getState()
  const openFingerprint = await fingerprintOf(open)
  if (openFingerprint !== fingerprint) {
    if (chain === null)
      return [{ code: 'LINK_STALE', severity: 'error', found: textIn(open.name, 'zh'), expected: name }]
    showChain(stores, chain, { kind: 'file', name: `${name}.chain.json` })
  }
  stores.session.setState(readView(view))
  return problems
}
