/** Words of what is handed out: pictures, pages, slides. */
export const print = {
  sentence:
    '{{scenario}}, {{date}}: operating rate {{operating}}, output of the leading enterprises {{leading}} of normal; {{stopped}} of {{count}} enterprises {{stopped, stands|stand}} still, {{open}} {{open, block|blocks}} open.',
  sources: 'Sources: {{sources}}.',
  moreSources: 'Further sources stand in the report.',
  noSources: 'Sources: none given.',
  assumed:
    'Dotted outlines are assumed. {{count}} {{count, enterprise|enterprises}} listed. Levels are shares of normal output, computed day by day.',
  notes: 'Notes',
  noteOn: 'Pinned to',
  note: 'Note',
  notePlace: 'a place of the map',
  noteColon: ': ',
  madeOf: 'Changlian · chain {{hash}} · engine {{engine}}',
  observedDays: 'Observed days',
  lens: {
    better: 'Better than “{{name}}”',
    worse: 'Worse',
    nothingCleared: 'nothing cleared',
    backToFull: 'Back to full output: {{first}} to {{last}}',
  },
  filtered: {
    hide: '{{count}} {{count, enterprise|enterprises}} hidden by the filter',
    fade: 'Pale: {{count}} {{count, enterprise|enterprises}} outside the filter',
    empty: 'The filter leaves nothing: all {{count}} {{count, enterprise|enterprises}} are shown pale',
    links: '{{count}} {{count, link|links}} hidden by hand',
  },
  poster: {
    sheet:
      'Row {{row}} of {{rows}}, sheet {{column}} of {{columns}}. Trim along the solid lines; glue onto the strip beyond the dashed lines of the sheet before.',
  },
  story: {
    back: 'Back',
    next: 'Next',
    play: 'Play the days',
    steps: 'Scenes',
    keys: 'Arrow keys or clicker turn the scenes, P plays, B blanks, F fills the screen',
    stale: 'A claim of this scene no longer holds.',
  },
} as const
