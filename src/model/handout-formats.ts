/** What is handed out to people who do not have the program: pictures, pages and slides of one day of a scenario. */
export const HANDOUT_FORMATS = {
  picture: { endings: ['.svg'], type: 'image/svg+xml' },
  pages: { endings: ['pages.html'], type: 'text/html' },
  report: { endings: ['.html'], type: 'text/html' },
  story: { endings: ['story.html'], type: 'text/html' },
  worksheet: { endings: ['worksheet.html'], type: 'text/html' },
  slides: { endings: ['.pptx'], type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
} as const satisfies Record<string, HandoutFormat>

interface HandoutFormat {
  /** How names of files end. */
  readonly endings: readonly string[]
  /** Media type. */
  readonly type: string
}

export type HandoutFormatId = keyof typeof HANDOUT_FORMATS

/** Sheets of paper on which the map is laid out; a poster is put together from A4 sheets. */
export const PAPER_SIZES = ['a4', 'a3', 'poster'] as const
export type PaperSize = (typeof PAPER_SIZES)[number]
