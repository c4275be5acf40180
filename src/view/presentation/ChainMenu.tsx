import { Button, Menu } from '@mantine/core'
import { ChevronDown, TriangleAlert } from 'lucide-react'
import { useStore } from 'zustand'
import { startChain } from '../../state/actions/show-chain.ts'
import { textIn } from '../../model/local-text.ts'
import { useApp, useDocument, useWords } from '../app-context.ts'

/** The open chain and what can be done with it as a whole: others to open, files, what is kept. */
export function ChainMenu() {
  const { t, language } = useWords()
  const { commands, shipped, stores } = useApp()
  const saved = useSaved()
  const name = useDocument((state) => textIn(state.chain.name, language))
  const isMasked = useDocument((state) => state.chain.masked !== undefined)
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          title={`${isMasked ? t('app.maskedHelp') : saved.text} · ${name}`}
          aria-label={`${t('app.chain')}: ${name}`}
          className="menu-button"
          leftSection={saved.isFailed && <TriangleAlert size={15} aria-hidden />}
          rightSection={<ChevronDown size={15} aria-hidden />}
        >
          {isMasked && <span className="tag">{t('app.masked')}</span>} {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('app.shipped')}</Menu.Label>
        {shipped.map((chain) => (
          <Menu.Item key={chain.id} onClick={() => commands.openShipped(chain.id)}>
            {chain.name[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => startChain(stores)}>{t('app.newChain')}</Menu.Item>
        <Menu.Item onClick={commands.chooseFile}>{t('app.openFile')}</Menu.Item>
        <Menu.Item onClick={() => stores.session.setState({ table: 'bring' })}>{t('app.bringIn')}</Menu.Item>
        <Menu.Item onClick={() => void commands.save()} rightSection="Ctrl S">
          {t('app.save')}
        </Menu.Item>
        <Menu.Item onClick={commands.saveFile}>{t('app.saveFile')}</Menu.Item>
        <Menu.Item onClick={() => stores.session.setState({ table: 'handout' })}>{t('app.handOn')}</Menu.Item>
        <Menu.Item onClick={() => stores.session.setState({ table: 'share' })}>{t('app.share')}</Menu.Item>
        <Menu.Item onClick={() => stores.session.setState({ table: 'mask' })}>{t('app.mask')}</Menu.Item>
        <Menu.Item onClick={() => stores.session.setState({ table: 'lists' })}>{t('app.lists')}</Menu.Item>
        <Menu.Item onClick={() => stores.session.setState({ table: 'storage' })}>{t('app.storage')}</Menu.Item>
        <Menu.Item onClick={() => stores.session.setState({ table: 'work' })}>{t('app.work')}</Menu.Item>
        <Menu.Item onClick={() => stores.session.setState({ table: 'compare' })}>{t('app.compare')}</Menu.Item>
        <Menu.Item onClick={() => stores.session.setState({ table: 'observed' })}>{t('app.observed')}</Menu.Item>
        <Menu.Item onClick={() => stores.session.setState({ table: 'scenes' })}>{t('app.scenes')}</Menu.Item>
        <Menu.Item onClick={() => stores.session.setState({ dialog: 'help' })}>{t('app.help')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{saved.text}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}

/** What the last save came to, in words. */
function useSaved(): { readonly text: string; readonly isFailed: boolean } {
  const { t, language } = useWords()
  const save = useStore(useApp().keeper.state, (state) => state.save)
  if (save.kind === 'failed') return { text: t('app.notSaved'), isFailed: true }
  if (save.kind === 'saving') return { text: t('app.saving'), isFailed: false }
  const time = save.at === null ? null : new Date(save.at).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB')
  return { text: time === null ? t('app.saved') : t('app.savedAt', { time }), isFailed: false }
}
