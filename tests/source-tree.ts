/** The text of our own files, for the tests that guard their shape. */
export interface SourceFile {
  /** Relative to the project, e.g. `src/engine/daily-model.ts`. */
  readonly path: string
  readonly text: string
}

const listed = (files: Record<string, string>): readonly SourceFile[] =>
  Object.entries(files).map(([path, text]) => ({
    path: path.replace(/^(\.\.\/)/, '').replace(/^\.\//, 'tests/'),
    text,
  }))

export const sourceFiles = listed(
  import.meta.glob<string>('../src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
)

export const testFiles = listed(
  import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
)

/** Everything a person may read or run, but shipped chains and fixtures. */
export const projectFiles = [
  ...sourceFiles,
  ...testFiles,
  ...listed(
    import.meta.glob<string>(
      [
        '../bench/**/*.ts',
        '../scripts/**/*.{mjs,mts,ts}',
        '../bin/*.mjs',
        '../docs/*.{md,svg}',
        '../*.{md,json,html,ts,mjs}',
        '!../package-lock.json',
      ],
      { query: '?raw', import: 'default', eager: true },
    ),
  ),
]

/** Code with its comments and the insides of its strings blanked, line breaks kept. */
export function codeOnly(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (found) =>
    found.replace(/[^\n]/g, ' '),
  )
}
