import type { Deps } from '#shared/db.ts'
import { keyBytes, type LocalKeyRing, nonceBytes } from '#shared/keys.ts'
import type { Box } from '#shared/vault.ts'
import type { Add } from './rows.ts'

/** Makes subjects' keys without asking the database for each. */
export type Keys = { newBox: (subjectId: string) => Box }

type Outside = Pick<Deps, 'vault' | 'randomBytes' | 'now'> & { keys: LocalKeyRing }

export const keysInto = (add: Add, { keys, vault, randomBytes, now }: Outside): Keys => ({
  newBox: (subjectId) => {
    const key = randomBytes(keyBytes)
    const { version, wrapped } = keys.wrap(subjectId, key, randomBytes(nonceBytes))
    add('subject_key', { subject_id: subjectId, kek_version: version, wrapped, made_at: now() })
    return vault.boxOf(key)
  },
})
