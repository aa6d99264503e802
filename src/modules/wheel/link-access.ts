import { z } from 'zod'
import { hashOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { Box, Place } from '#shared/vault.ts'

/** What stands in the link: told to nobody else and kept nowhere, but always the same for the question. */
export const codeOf = ({ keys }: Pick<Deps, 'keys'>, itemId: string): string =>
  keys.hash('answer link', itemId).toString('base64url')

export const codeHash = (code: string): string => hashOf(code)

/** Opens with the link itself: neither the database nor the child's key is enough. */
export const letterBox = ({ keys, vault }: Pick<Deps, 'keys' | 'vault'>, code: string): Box =>
  vault.boxOf(keys.hash('letter of an answer link', code))

export const placeOf = (column: 'letter' | 'answer' | 'answer_key', row: string): Place => ({
  table: 'answer_link',
  column,
  row,
  version: 1,
})

/** The box of the answer, from the key as it stands in the letter. */
export const answerBox = ({ vault }: Pick<Deps, 'vault'>, key: string): Box =>
  vault.boxOf(Buffer.from(key, 'hex'))

const keyBody = z.object({ key: z.string() })

/** The same, for those who have the child's box: the key lies under the child's own. */
export function boxOfAnswer(deps: Pick<Deps, 'vault'>, childs: Box, itemId: string, key: Buffer): Box {
  return answerBox(deps, childs.open(placeOf('answer_key', itemId), key, keyBody).key)
}
