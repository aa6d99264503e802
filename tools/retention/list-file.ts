import { createHash } from 'node:crypto'
import { PlainError } from '../../src/plain-error.ts'

/** What a run would take: a line for each thing, `rule what child thing`, in the order of their text. */
export type Proposed = { run: string; lines: readonly string[] }

const head = 'gallringsförslag '

/** The file that the second person reads. */
export const listText = ({ run, lines }: Proposed): string => `${[`${head}${run}`, ...lines].join('\n')}\n`

export function readList(text: string): Proposed {
  const [first = '', ...lines] = text.trimEnd().split('\n')
  if (!first.startsWith(head)) throw new PlainError('Filen är inget gallringsförslag.')
  return { run: first.slice(head.length), lines }
}

export const digestOfList = ({ lines }: Proposed): Buffer =>
  createHash('sha256').update(lines.join('\n')).digest()

/** How many of each, for each rule. */
export function countsIn({ lines }: Proposed): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const [rule, what] = line.split(' ')
    const name = `${rule} ${what}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
