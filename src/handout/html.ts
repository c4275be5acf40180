import { escapeXml } from './svg.ts'

/** A piece of HTML whose texts have been escaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Child = Html | string | number | readonly Child[]

function written(child: Child): string {
  if (child instanceof Html) return child.text
  return typeof child === 'object' ? child.map(written).join('') : escapeXml(String(child))
}

/** `html('td', { class: 'number' }, 'a < b')`: an element; texts inside are escaped, `Html` stands as it is. */
export function html(tag: string, attributes: Readonly<Record<string, string>>, ...children: readonly Child[]): Html {
  const written_ = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
  return new Html(`<${tag}${written_.join('')}>${children.map(written).join('')}</${tag}>\n`)
}

export interface TableColumn {
  readonly heading: string
  /** Numbers stand at the right. */
  readonly isNumber?: boolean
}

export function htmlTable(columns: readonly TableColumn[], rows: readonly (readonly (string | Html)[])[]): Html {
  const kind = ({ isNumber }: TableColumn): Record<string, string> => (isNumber ? { class: 'number' } : {})
  return html(
    'table',
    {},
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        columns.map((column) => html('th', { scope: 'col', ...kind(column) }, column.heading)),
      ),
    ),
    html(
      'tbody',
      {},
      rows.map((row) =>
        html(
          'tr',
          {},
          row.map((cell, at) => html('td', kind(columns[at]!), cell)),
        ),
      ),
    ),
  )
}

/** Data inside a page, which no browser runs: readable again by `dataIn`. */
export const dataElement = (id: string, value: unknown): Html =>
  new Html(`<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>\n`)

/** What `dataElement` wrote, or undefined where it is missing or no JSON. */
export function dataIn(page: string, id: string): unknown {
  const start = page.indexOf(`<script type="application/json" id="${id}">`)
  if (start < 0) return undefined
  const from = page.indexOf('>', start) + 1
  const end = page.indexOf('</script>', from)
  if (end < 0) return undefined
  try {
    return JSON.parse(page.slice(from, end)) as unknown
  } catch {
    return undefined
  }
}

export interface PageParts {
  readonly language: 'zh' | 'en'
  readonly title: string
  readonly style: string
  readonly body: readonly Html[]
  /** Script of the page itself; a report has none. */
  readonly script?: string
}

/** A whole page that asks nothing of the network: its own style, and a policy that lets nothing else in. */
export function htmlPage({ language, title, style, body, script }: PageParts): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:${script === undefined ? '' : "; script-src 'unsafe-inline'"}`
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...body.map(({ text }) => text),
    ...(script === undefined ? [] : [`<script>${script}</script>`]),
    '</body>',
    '</html>\n',
  ].join('\n')
}
