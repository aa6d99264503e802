import type { Deps } from '#shared/db.ts'
import { nonceBytes } from '#shared/keys.ts'
import type { Box } from '#shared/vault.ts'
import type { Add } from './rows.ts'

/** Makes subjects' keys without asking the database for each. */
export type Keys = { newBox: (subjectId: string) => Box }

export const keysInto = (add: Add, { keys, vault, randomBytes, now }: Omit<Deps, 'pool'>): Keys => ({
  newBox: (subjectId) => {
    const key = keys.wrap(subjectId, randomBytes(32), randomBytes(nonceBytes))
    add('subject_key', {
      subject_id: subjectId,
      kek_version: key.version,
      wrapped: key.wrapped,
      made_at: now(),
    })
    return vault.boxWith(subjectId, key)
  },
})
