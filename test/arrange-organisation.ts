import type { AuthorityFunctionKind, MunicipalFunction } from '#shared/schema.ts'
import { admin, deps, engagementOf, id, noon, sessionOf } from '#test/world.ts'

type Staff = Parameters<typeof engagementOf>[0]
export const furuskolansAuthority = id('authority furuskolan')

/** Somebody does this for an organisation, Furuskolan's where nothing else is said. */
export const appointed = (
  person: Staff,
  kind: AuthorityFunctionKind = 'local_administrator',
  authority_id = furuskolansAuthority,
) =>
  admin
    .insertInto('authority_function')
    .values({ authority_id, kind, engagement_id: engagementOf(person), valid_from: '2026-01-01' })
    .execute()

/** Two administrators have decided that they may be told of protected children. */
export async function mayBeTold(...who: readonly Staff[]) {
  for (const person of who) await appointed(person, 'protection_group')
}

/** Ingrid works at Familjestöd from now on, and holds the function there or stands in. */
export async function ingridAtFamiljestod(as: 'holder' | 'stand_in'): Promise<string> {
  const engagement = id('ingrid at familjestod')
  const unit_id = id('familjestod')
  await admin
    .insertInto('engagement')
    .values({ id: engagement, person_id: id('ingrid'), unit_id, title: 'kurator', valid_from: '2026-01-01' })
    .execute()
  await admin
    .updateTable('unit_function')
    .set({ [`${as}_engagement_id`]: engagement })
    .where('unit_id', '=', unit_id)
    .execute()
  await admin
    .updateTable('session')
    .set({ engagement_id: engagement })
    .where('token_hash', '=', sessionOf('ingrid'))
    .execute()
  return engagement
}

/** These units are Furuskolan's organisation too, each behind a wall of its own. */
export const inTheSameOrganisation = (...units: readonly ('mottagning' | 'bvc')[]) =>
  admin
    .updateTable('secrecy_unit')
    .set({ authority_id: furuskolansAuthority })
    .where(
      'id',
      'in',
      units.map((unit) => id(`wall ${unit}`)),
    )
    .execute()

/** Rut takes what nobody else there has, from outside the wall around Lisa. */
export async function fallbackOutsideTheWall() {
  await inTheSameOrganisation('mottagning')
  await appointed('rut', 'fallback_lead')
}

/** A municipality has decided that these have not begun there. */
export const notBegun = (municipality_code: '0764' | '0781', ...waits: MunicipalFunction[]) =>
  admin
    .insertInto('municipal_decision')
    .values({
      id: deps.newId(),
      municipality_code,
      added_at: noon,
      waits,
      decision: 'KS 2026/12',
      added_by: 'kb_owner',
      digest: Buffer.alloc(32),
    })
    .execute()
