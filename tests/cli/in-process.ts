import { runCommandLine } from '../../src/cli/program.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
  /** Files that were written, by path. */
  readonly written: ReadonlyMap<string, Uint8Array>
}

/** Runs a command line in this process on files that are handed in. */
export async function run(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Ran> {
  const written = new Map<string, Uint8Array>()
  let out = ''
  let error = ''
  const code = await runCommandLine(args, {
    env: { LANG: 'en_GB.UTF-8' },
    print: async (pieces) => {
      for (const piece of pieces) out += piece
    },
    printError: (text) => (error += text),
    read: async (path) => {
      const content = files[path]
      if (content === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' })
      return typeof content === 'string' ? new TextEncoder().encode(content) : content
    },
    write: async (path, bytes) => void written.set(path, bytes),
    isThere: async (path) => Object.hasOwn(files, path) || written.has(path),
    progress: () => {},
  })
  return { code, out, error, written }
}
