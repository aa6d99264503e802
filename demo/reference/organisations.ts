import { municipalities } from '#modules/knowledge'
import { addDays } from '#shared/dates.ts'
import type { Trx } from '#shared/db.ts'
import {
  authorities,
  authorityFunctions,
  type DemoEngagement,
  idOf,
  people,
  secrecyUnits,
  units,
} from '../county/index.ts'

/** Municipalities, authorities, their walls, and the units behind them. */
export async function addOrganisations(trx: Trx) {
  await trx
    .insertInto('municipality')
    .values([...municipalities])
    .onConflict((on) => on.doNothing())
    .execute()
  await trx
    .insertInto('authority')
    .values(
      authorities.map(({ slug, kind, name, municipality }) => ({
        id: idOf.authority(slug),
        kind,
        name,
        municipality_code: municipality ?? null,
      })),
    )
    .execute()
  await trx
    .insertInto('secrecy_unit')
    .values(
      secrecyUnits.map(({ slug, authority, kind, name }) => ({
        id: idOf.secrecyUnit(slug),
        authority_id: idOf.authority(authority),
        kind,
        name,
      })),
    )
    .execute()
  await trx
    .insertInto('unit')
    .values(
      units.map(({ slug, secrecyUnit, kind, name, municipality, phone }) => ({
        id: idOf.unit(slug),
        secrecy_unit_id: idOf.secrecyUnit(secrecyUnit),
        kind,
        name,
        municipality_code: municipality,
        phone,
      })),
    )
    .execute()
  await trx
    .insertInto('unit_serves')
    .values(
      units.flatMap(({ slug, serves }) =>
        serves.map((municipality_code) => ({ unit_id: idOf.unit(slug), municipality_code })),
      ),
    )
    .execute()
}

type At = { person: string; engagement: DemoEngagement }
const allAt = (unit: string): At[] =>
  people.flatMap(({ slug, engagements }) =>
    engagements
      .filter((at) => at.unit === unit && !at.keeps)
      .map((engagement) => ({ person: slug, engagement })),
  )

/**
 * Who takes what comes to a unit and looks through its log, and who steps in: as the county says, else the first who works
 * there. Preschools tell child health; they never carry a matter themselves.
 */
function functionOf(unit: string) {
  const here = allAt(unit)
  const holder = here.find(({ engagement }) => engagement.holds) ?? here[0]
  const standIn = here.find(({ engagement }) => engagement.standsIn) ?? holder
  return holder && standIn && { holder: holder.person, standIn: standIn.person }
}

/** The functions; a reception is also the one who is turned to while nobody knows where the child belongs. */
export async function addFunctions(trx: Trx) {
  const rows = units.flatMap(({ slug, kind }) => {
    const found = functionOf(slug)
    const kinds = [
      ...(kind === 'preschool' ? [] : (['best_interests_lead'] as const)),
      ...(kind === 'reception' ? (['reception'] as const) : []),
      'log_reviewer' as const,
    ]
    return kinds.flatMap((fn) =>
      found
        ? {
            unit_id: idOf.unit(slug),
            kind: fn,
            holder_engagement_id: idOf.engagement(found.holder, slug),
            stand_in_engagement_id: idOf.engagement(found.standIn, slug),
          }
        : [],
    )
  })
  await trx.insertInto('unit_function').values(rows).execute()
}

/** Who administers each organisation, and who takes what nobody else there holds. */
export async function addAuthorityFunctions(trx: Trx, demoDay: string) {
  await trx
    .insertInto('authority_function')
    .values(
      authorityFunctions.map(({ authority, kind, person, unit }) => ({
        authority_id: idOf.authority(authority),
        kind,
        engagement_id: idOf.engagement(person, unit),
        valid_from: addDays(demoDay, -2 * 365),
      })),
    )
    .execute()
}

/** Those in civil society have signed that they keep to themselves what they get to know. */
export async function addUndertakings(trx: Trx, at: Date) {
  const civil = new Set(units.filter(({ kind }) => kind === 'civil_society').map(({ slug }) => slug))
  await trx
    .insertInto('undertaking')
    .values(
      people.flatMap(({ slug, engagements }) =>
        engagements
          .filter(({ unit }) => civil.has(unit))
          .map(({ unit }) => ({
            engagement_id: idOf.engagement(slug, unit),
            text_version: 1,
            signed_by: idOf.person(slug),
            signed_at: at,
          })),
      ),
    )
    .execute()
}
