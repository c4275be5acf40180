import { Fragment, useEffect, useMemo, useState } from 'react'
import type { Language } from '../../../model/local-text.ts'
import { useWords } from '../../app-context.ts'
import { readMarkdown, type MarkdownBlock, type TextPart } from './read-markdown.ts'

/** The very text of the documentation, brought with the page: it opens without a network. */
const TEXTS: Readonly<Record<Language, () => Promise<{ readonly default: string }>>> = {
  en: () => import('../../../../docs/model.md?raw'),
  zh: () => import('../../../../docs/model.zh.md?raw'),
}

const sectionId = (section: string): string => `equations-${section}`

/** All equations of the engine. @param section to begin at; null = the top */
export function Equations({ section }: { readonly section: number | null }) {
  const { language } = useWords()
  const [text, setText] = useState('')
  useEffect(() => {
    let isCurrent = true
    void TEXTS[language]().then(({ default: loaded }) => isCurrent && setText(loaded))
    return () => {
      isCurrent = false
    }
  }, [language])
  const blocks = useMemo(() => readMarkdown(text), [text])
  useEffect(() => {
    if (section === null || blocks.length === 0) return
    const heading = document.getElementById(sectionId(String(section)))
    heading?.scrollIntoView()
    heading?.focus({ preventScroll: true })
  }, [section, blocks])
  return (
    <article className="equations" aria-busy={text === ''}>
      {blocks.map((block, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the text does not change under it
        <Block key={at} block={block} />
      ))}
    </article>
  )
}

function Block({ block }: { readonly block: MarkdownBlock }) {
  switch (block.kind) {
    case 'heading': {
      const number = /^(\d+)\./.exec(block.parts[0]?.text ?? '')?.[1]
      const Heading = block.level === 1 ? 'h3' : 'h4'
      return (
        <Heading id={number === undefined ? undefined : sectionId(number)} tabIndex={-1}>
          <Parts parts={block.parts} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Parts parts={block.parts} />
        </p>
      )
    case 'list': {
      const items = block.items.map((parts, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the text does not change under it
        <li key={at}>
          <Parts parts={parts} />
        </li>
      ))
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>
    }
    case 'table':
      return <Table {...block} />
  }
}

function Table({ head, rows }: Extract<MarkdownBlock, { kind: 'table' }>) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((parts, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the text does not change under it
            <th key={at} scope="col">
              <Parts parts={parts} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the text does not change under it
          <tr key={at}>
            {row.map((parts, column) => (
              // oxlint-disable-next-line react/no-array-index-key -- the text does not change under it
              <td key={column}>
                <Parts parts={parts} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const TAGS = { plain: Fragment, strong: 'strong', emphasis: 'em', code: 'code' } as const

function Parts({ parts }: { readonly parts: readonly TextPart[] }) {
  return parts.map(({ kind, text }, at) => {
    const Tag = TAGS[kind]
    // oxlint-disable-next-line react/no-array-index-key -- the text does not change under it
    return <Tag key={at}>{text}</Tag>
  })
}
