import { Alert, Button, CloseButton, CopyButton, Switch, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { textIn } from '../../../model/local-text.ts'
import { useApp, useDocument, useWords, type SharedLink } from '../../app-context.ts'
import '../handout/handout.css'
import { LinkCode } from './LinkCode.tsx'

/** As in the file's limits; said to the person. */
const LINK_CHARACTERS = 32 * 1024

/** A link to the shown view, what is inside it, and its QR code, all made here. */
export function ShareSheet() {
  const { t, language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const [withChain, setWithChain] = useState(false)
  const link = useLink(withChain)
  useWayBack()
  const counts = {
    name: textIn(chain.name, language),
    enterprises: chain.enterprises.length,
    blocks: chain.blocks?.length ?? 0,
  }
  return (
    <section className="sheet full" aria-label={t('share.title')}>
      <div className="sheet-head">
        <h2 className="sheet-title">{t('share.title')}</h2>
        <CloseButton aria-label={t('share.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      <div className="grid-scroll handout share">
        <p>{t('share.intro')}</p>
        <Switch
          checked={withChain}
          onChange={(event) => setWithChain(event.currentTarget.checked)}
          label={t('share.include')}
        />
        <Alert mt="xs" color={link?.hasChain ? 'orange' : 'blue'} title={t('share.inside')} role="note">
          {t(link?.hasChain ? 'share.withChain' : 'share.withoutChain', counts)}
          {withChain && link && !link.hasChain && <p>{t('share.tooLarge', { limit: LINK_CHARACTERS })}</p>}
        </Alert>
        {link ? <LinkField address={link.address} /> : <p role="status">{t('share.making')}</p>}
        <p className="meta">{t('share.neverSent')}</p>
        {link && <LinkCode link={link} />}
      </div>
    </section>
  )
}

/** What was compared before is compared again when the sheet is closed. */
function useWayBack(): void {
  const { session } = useApp().stores
  useEffect(
    () => () => {
      const { table, compared } = session.getState()
      if (compared && table === 'none') session.setState({ table: 'compare' })
      else if (table !== 'compare') session.setState({ compared: null })
    },
    [session],
  )
}

/** The link to what is shown now; null while it is made. An edit makes it anew. */
function useLink(withChain: boolean): SharedLink | null {
  const { stores, commands } = useApp()
  const [link, setLink] = useState<SharedLink | null>(null)
  useEffect(() => {
    let isCurrent = true
    const make = (): void => {
      void commands.shareLink(withChain).then((made) => isCurrent && setLink(made))
    }
    make()
    const stop = stores.document.subscribe(make)
    return () => {
      isCurrent = false
      stop()
    }
  }, [stores, commands, withChain])
  return link
}

function LinkField({ address }: Pick<SharedLink, 'address'>) {
  const { t } = useWords()
  return (
    <>
      <div className="share-link">
        <TextInput
          readOnly
          label={t('share.link')}
          description={t('share.characters', { count: address.length })}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={address}>
          {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'share.copied' : 'share.copy')}</Button>}
        </CopyButton>
      </div>
    </>
  )
}
