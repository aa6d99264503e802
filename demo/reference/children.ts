import { addDays } from '#shared/dates.ts'
import type { Trx } from '#shared/db.ts'
import type { KeyRing } from '#shared/keys.ts'
import type { Box, Vault } from '#shared/vault.ts'
import {
  birthDate,
  children,
  type DemoChild,
  demoId,
  idOf,
  people,
  secrecyUnits,
  units,
} from '../county/index.ts'

export type Children = { vault: Vault; keys: KeyRing; demoDay: string; at: Date }

/** From Skatteverket's public list for tests: it says nothing of when the child in the demo was born, or of being a girl. */
const numbers = new Map([['lisa', '201701012393']])

const unitOf = (slug: string) => {
  const unit = units.find((one) => one.slug === slug)
  if (!unit) throw new Error(`no unit ${slug}`)
  return unit
}

/** The children, those who have custody, where they go every day, and who knows them from there. */
export async function addChildren(trx: Trx, { vault, keys, demoDay, at }: Children) {
  for (const child of children) {
    const box = await vault.newBox(trx, idOf.child(child.slug))
    await trx
      .insertInto('child')
      .values(childRow(child, demoDay, at))
      .execute()
    await addNumber(trx, child, box, keys, knownSince(child, demoDay))
    await addGuardians(trx, child, demoDay, at)
    await addPlaces(trx, child, demoDay)
  }
}

// Whoever is protected becomes so in the story: see stories/protected.ts.
function childRow(
  { slug, account, givenName, familyName, born, birth }: DemoChild,
  demoDay: string,
  at: Date,
) {
  const date = birthDate(born, demoDay)
  return {
    id: idOf.child(slug),
    person_id: account ? idOf.person(account) : null,
    given_name: birth?.before ?? givenName,
    family_name: familyName,
    ...('dueInDays' in born ? { expected_on: date } : { born_on: date }),
    made_at: at,
  }
}

/** The number lies sealed; found by it is only who knows all of it. */
async function addNumber(trx: Trx, { slug }: DemoChild, box: Box, keys: KeyRing, since: string) {
  const number = numbers.get(slug)
  if (!number) return
  const [child_id, id] = [idOf.child(slug), demoId(`number:${slug}`)]
  const place = { table: 'child_identifier', column: 'value_sealed', row: id, version: 1 }
  const system = 'http://electronichealth.se/identifier/personnummer'
  await trx
    .insertInto('child_identifier')
    .values({ child_id, id, system, value_sealed: box.seal(place, { value: number }), valid_from: since })
    .execute()
  await trx
    .insertInto('identifier_hash')
    .values({ child_id, hash: keys.hash('identifier', number) })
    .execute()
}

/** Since birth, or since it was known that a child is on its way; never before what happens in the stories. */
const knownSince = ({ born }: DemoChild, demoDay: string) =>
  'dueInDays' in born ? addDays(demoDay, -150) : birthDate(born, demoDay)

async function addGuardians(trx: Trx, child: DemoChild, demoDay: string, at: Date) {
  await trx
    .insertInto('guardianship')
    .values(
      child.guardians.map(({ person, kind, called }) => ({
        child_id: idOf.child(child.slug),
        person_id: idOf.person(person),
        kind,
        called,
        source: kind === 'guardian' ? 'folkbokföringen' : 'egen uppgift',
        checked_at: at,
        valid_from: knownSince(child, demoDay),
      })),
    )
    .execute()
}

async function addPlaces(trx: Trx, child: DemoChild, demoDay: string) {
  const child_id = idOf.child(child.slug)
  const since = [addDays(demoDay, -400), knownSince(child, demoDay)].toSorted().at(-1) ?? demoDay
  await trx
    .insertInto('child_placement')
    .values(
      child.placements.map((unit) => ({
        child_id,
        id: demoId(`placement:${child.slug} ${unit}`),
        unit_id: idOf.unit(unit),
        valid_from: since,
      })),
    )
    .execute()
  await trx
    .insertInto('assignment')
    .values(
      whoKnows(child).map(({ person, unit }) => ({
        child_id,
        id: demoId(`knows:${child.slug} ${person} ${unit}`),
        kind: 'ordinary' as const,
        engagement_id: idOf.engagement(person, unit),
        secrecy_unit_id: idOf.secrecyUnit(unitOf(unit).secrecyUnit),
        given_by: idOf.person(person),
        valid_from: new Date(`${since}T06:00:00Z`),
      })),
    )
    .execute()
}

type AtWork = { person: string; unit: string }

/** Who leads where the child is, those who meet it there, and the school nurse. A role alone opens nothing. */
function whoKnows(child: DemoChild): readonly AtWork[] {
  const nurses = child.placements.some((place) => goesToMunicipalSchool(place))
    ? worksAt(({ unit }) => {
        const { kind, serves } = unitOf(unit)
        return kind === 'pupil_health' && serves.includes(child.municipality)
      })
    : []
  const leaders = worksAt(({ unit, holds, standsIn }) =>
    Boolean((holds || standsIn) && child.placements.includes(unit)),
  )
  const here = child.noticings
    .filter(({ unit }) => child.placements.includes(unit))
    .map(({ by, unit }) => ({ person: by, unit }))
  const all = [...leaders, ...nurses, ...here, ...child.assigned]
  return [...new Map(all.map(({ person, unit }) => [`${person} ${unit}`, { person, unit }])).values()]
}

/** An independent school has a pupil health of its own. */
const goesToMunicipalSchool = (place: string) =>
  unitOf(place).kind.endsWith('_school') &&
  secrecyUnits.find(({ slug }) => slug === unitOf(place).secrecyUnit)?.kind === 'school'

const worksAt = (wanted: (engagement: (typeof people)[number]['engagements'][number]) => boolean): AtWork[] =>
  people.flatMap(({ slug, engagements }) =>
    engagements.filter(wanted).map(({ unit }) => ({ person: slug, unit })),
  )
