import { addDays } from '#shared/dates.ts'
import type { Trx } from '#shared/db.ts'
import type { Vault } from '#shared/vault.ts'
import { type DemoPerson, idOf, people } from '../county/index.ts'

export type Identity = { issuer: string; subject: string }
export type People = {
  vault: Vault
  demoDay: string
  /** Who somebody is at the identity provider. */
  identityOf: (person: DemoPerson) => Identity
}

/** Everybody in the county with a key, an account if they have one, and their work. */
export async function addPeople(trx: Trx, { vault, demoDay, identityOf }: People) {
  for (const person of people) await addPerson(trx, vault, person)
  await trx
    .insertInto('identity')
    .values(
      people
        .filter(({ signsIn }) => signsIn)
        .map((person) => ({ ...identityOf(person), person_id: idOf.person(person.slug) })),
    )
    .execute()
  await trx
    .insertInto('engagement')
    .values(
      people.flatMap(({ slug, phone, protection, engagements }) =>
        engagements.map(({ unit, title }) => ({
          id: idOf.engagement(slug, unit),
          person_id: idOf.person(slug),
          unit_id: idOf.unit(unit),
          title,
          phone: protection === 'none' ? (phone ?? null) : null,
          valid_from: addDays(demoDay, -3 * 365),
        })),
      ),
    )
    .execute()
}

async function addPerson(
  trx: Trx,
  vault: Vault,
  { slug, kind, givenName, familyName, protection }: DemoPerson,
) {
  const id = idOf.person(slug)
  const box = await vault.newBox(trx, id)
  const place = { table: 'person', column: 'identity_sealed', row: id, version: 1 }
  await trx
    .insertInto('person')
    .values({
      id,
      is_staff: kind === 'staff',
      protection,
      ...(protection === 'none'
        ? { given_name: givenName, family_name: familyName }
        : { identity_sealed: box.seal(place, { givenName, familyName }) }),
    })
    .execute()
}
