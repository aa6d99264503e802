import type { Deps } from '#shared/db.ts'
import { codeFrom } from './paper.ts'

/** A paper's code: kept nowhere, and always the same for the paper. */
export const codeOf = ({ keys }: Pick<Deps, 'keys'>, paperId: string): string =>
  codeFrom(keys.hash('code of a meeting paper', paperId))

/** What the database knows of it: says nothing without our key. */
export const codeHash = ({ keys }: Pick<Deps, 'keys'>, code: string): Buffer =>
  keys.hash('meeting paper', code)
