import type { UnsignedWork } from '#modules/audit'
import { markWith, openNumber, openPhone } from '#modules/protection'
import type { Deps } from '#shared/db.ts'
import { nonceBytes } from '#shared/keys.ts'
import type { Box } from '#shared/vault.ts'
import { findToSeal, keepMarkKey, type ToSeal } from '../register-store.ts'

export type Marked = {
  childId: string
  personId: string | undefined
  kind: 'sekretessmarkering' | 'skyddad_folkbokforing'
  markedOn: string
}

/** A mark has come from the register: who and where is sealed and gone from the columns, with the post that told of it. */
export async function sealForMark(deps: Deps, work: UnsignedWork, mark: Marked): Promise<void> {
  const { childId, personId } = mark
  const found = await findToSeal(work, childId, personId)
  if (!found) return
  const markId = work.newId()
  const box = await newMarkBox(deps, work, { childId, personId, markId })
  const own = found.key && (await deps.vault.boxWith(personId ?? childId, found.key))
  const { givenName, familyName, bornOn, expectedOn, login } = found
  const done = await markWith(
    work,
    box,
    { ...mark, markId, source: 'skatteverket' },
    {
      identity: { givenName, familyName, bornOn: bornOn ?? undefined, expectedOn: expectedOn ?? undefined },
      body: bodyOf(found, own ?? undefined, personId !== undefined),
      login: login ?? undefined,
    },
  )
  // Rather nothing of the post than half of it: it is taken anew.
  if (!done) throw new Error('a mark that could not be noted')
}

function bodyOf({ placements, sealed }: ToSeal, own: Box | undefined, isGuardian: boolean) {
  if (!own) return { placements }
  return isGuardian
    ? { contacts: sealed.map(({ id, value }) => ({ id, ...openPhone(own, id, value) })) }
    : {
        placements,
        numbers: sealed.map(({ id, system, value }) => ({ system, ...openNumber(own, id, value) })),
      }
}

/** A key in the protected compartment, as `vault.newBox` makes one for somebody signed in. */
async function newMarkBox(
  deps: Deps,
  work: UnsignedWork,
  mark: { childId: string; personId: string | undefined; markId: string },
): Promise<Box> {
  const key = deps.randomBytes(32)
  const wrapped = await deps.keys.wrap(mark.markId, key, deps.randomBytes(nonceBytes), 'protected')
  await keepMarkKey(work, mark, wrapped)
  return deps.vault.boxOf(key)
}
