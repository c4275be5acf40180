import { CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Language } from '../../../model/local-text.ts'
import { useApp, useWords } from '../../app-context.ts'
import '../handout/handout.css'

export function Sheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useWords()
  const { stores } = useApp()
  return (
    <section className="sheet" aria-label={title}>
      <div className="sheet-head">
        <h2 className="sheet-title">{title}</h2>
        <CloseButton aria-label={t('storage.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      <div className="grid-scroll handout">{children}</div>
    </section>
  )
}

export const timeText = (milliseconds: number, language: Language): string =>
  new Date(milliseconds).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'medium',
  })

export function sizeText(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
