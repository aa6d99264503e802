import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Asking, hashOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { check, type FieldErrors, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { type Declined, type Hidden, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Organisation } from '../administration.ts'
import { asAdministrator } from '../administrator-access.ts'
import { endKey, findKey, type Key, makeKey } from './key-store.ts'

export type DirectoryKey = {
  organisation: Organisation
  key: Key | undefined
  isTooOld: boolean
  /** Only in the answer to the one who makes it. */
  token?: string
}

const validDays = 365
const dayMs = 86_400_000
const made = z.object({ submission })

async function whole(work: Work, organisation: Organisation): Promise<DirectoryKey> {
  const key = await findKey(work, organisation.id)
  return { organisation, key, isTooOld: key !== undefined && key.expiresAt <= work.at }
}

export const openKey = (deps: Deps, asking: Asking) =>
  asAdministrator(deps, 'organisation.open-directory', asking, async (work, organisation) =>
    ok(await whole(work, organisation)),
  )

/** A new key, shown this once. The one before stops at once. Sent twice it is one key, which is not shown again. */
export const sendKey = (deps: Deps, asking: Asking, form: ReadForm) =>
  asAdministrator(
    deps,
    'organisation.make-key',
    asking,
    async (
      work,
      organisation,
    ): Promise<Result<DirectoryKey, Hidden | Declined<DirectoryKey, FieldErrors>>> => {
      const input = check(form, made)
      if (!input.ok) return refuse.invalid(await whole(work, organisation), input.error)
      const token = deps.randomBytes(32).toString('base64url')
      const isNew = await makeKey(work, {
        id: input.value.submission,
        organisationId: organisation.id,
        hash: hashOf(token),
        until: new Date(work.at.getTime() + validDays * dayMs),
      })
      const now = await whole(work, organisation)
      return ok(isNew ? { ...now, token } : now)
    },
  )

export const sendEndKey = (deps: Deps, asking: Asking) =>
  asAdministrator(deps, 'organisation.end-key', asking, async (work, organisation) => {
    await endKey(work, organisation.id)
    return ok(organisation)
  })
