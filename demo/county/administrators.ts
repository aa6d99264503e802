import type { AuthorityFunctionKind } from '#shared/schema.ts'
import { authorities } from './authorities.ts'
import { staff } from './person.ts'
import { secrecyUnits } from './secrecy-units.ts'
import { otherStaff } from './staff-others.ts'
import { schoolStaff } from './staff-schools.ts'
import type { DemoEngagement, DemoPerson } from './types.ts'
import { units } from './units.ts'

type AuthorityFunction = {
  authority: string
  kind: AuthorityFunctionKind
  person: string
  unit: string
}

const office = (unit: string, ...names: string[]): DemoPerson[] =>
  names.map((name) =>
    staff(name, undefined, [{ unit, title: 'administratör', keeps: 'local_administrator' }]),
  )

/** They look after units and people, and meet no children in it. */
export const administrators: readonly DemoPerson[] = [
  ...office('mottagning-alvesta', 'Anneli Kling', 'Roger Frisk'),
  ...office('familjestod-alvesta', 'Anette Roth', 'Börje Kvist'),
  ...office('familjestod-almhult', 'Carina Fors', 'Dan Elfving'),
  ...office('familjestod-lessebo', 'Elsa Hjort', 'Folke Grönberg'),
  ...office('familjestod-ljungby', 'Gerd Sundell', 'Hans Palmér'),
  ...office('familjestod-markaryd', 'Inga Brodin', 'Jan Trygg'),
  ...office('familjestod-tingsryd', 'Kerstin Flink', 'Lars Moberg'),
  ...office('familjestod-uppvidinge', 'Mona Selin', 'Nils-Olof Varg'),
  ...office('familjestod-vaxjo', 'Olga Wahl', 'Pontus Rydén'),
  ...office('bvc-vaxjo', 'Birger Hallén', 'Siv Norling'),
  staff('Margareta Lundh', undefined, [
    { unit: 'bvc-vaxjo', title: 'länets processledare', keeps: 'process_leader' },
  ]),
  ...office('polisen-kronoberg', 'Tord Vestin'),
  ...office('fotbollen-kottarna', 'Ulla Brink'),
  ...office('simskolan-gaddan', 'Vera Molin'),
  ...office('laxhjalpen-varje-unge', 'Yngve Hall'),
  ...office('kurserna-glantan', 'Åsa Lindh'),
]

const authorityOf = (unit: string) =>
  secrecyUnits.find(({ slug }) => slug === units.find((one) => one.slug === unit)?.secrecyUnit)?.authority

type At = { person: string; unit: string; engagement: DemoEngagement }
const everywhere: At[] = [...schoolStaff, ...otherStaff, ...administrators].flatMap(({ slug, engagements }) =>
  engagements.map((engagement) => ({ person: slug, unit: engagement.unit, engagement })),
)

const rank = ({ holds }: DemoEngagement) => (holds === 'reception' ? 0 : holds ? 1 : 2)

const onePlaceEach = (all: readonly At[]) =>
  all.filter(({ person }, index) => all.findIndex((other) => other.person === person) === index)

/** In each organisation two who administer it, and one who takes what nobody else there holds. */
export const authorityFunctions: readonly AuthorityFunction[] = authorities.flatMap(({ slug: authority }) => {
  const here = everywhere.filter(({ unit }) => authorityOf(unit) === authority)
  const work = here.filter(({ engagement }) => !engagement.keeps)
  const leads = work.toSorted((a, b) => rank(a.engagement) - rank(b.engagement))
  const offices = here.filter(({ engagement }) => engagement.keeps === 'local_administrator')
  const two = onePlaceEach([...offices, ...leads]).slice(0, 2)
  const named = (kind: AuthorityFunction['kind'], at: readonly At[]) =>
    at.map(({ person, unit }) => ({ authority, kind, person, unit }))
  return [
    ...named('local_administrator', two),
    ...named('fallback_lead', [...leads, ...offices].slice(0, 1)),
    ...named(
      'protection_group',
      work.filter(({ engagement }) => engagement.holds),
    ),
    ...named(
      'process_leader',
      here.filter(({ engagement }) => engagement.keeps === 'process_leader'),
    ),
  ]
})
