import { runCommandLine } from '../../src/cli/program.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** Runs a command line in this process on files that are handed in. */
export async function run(args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Ran> {
  let out = ''
  let error = ''
  const code = await runCommandLine(args, {
    env: { LANG: 'en_GB.UTF-8' },
    print: async (pieces) => {
      for (const piece of pieces) out += piece
    },
    printError: (text) => (error += text),
    read: async (path) => {
      const text = files[path]
      if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' })
      return new TextEncoder().encode(text)
    },
    progress: () => {},
  })
  return { code, out, error }
}
