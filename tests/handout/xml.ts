import { SaxesParser } from 'saxes'

/** What a strict XML parser says against a file. */
export function xmlProblems(text: string): readonly string[] {
  const problems: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => problems.push(error.message))
  parser.write(text).close()
  return problems
}
