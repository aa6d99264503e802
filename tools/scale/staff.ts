import type { Deps } from '#shared/db.ts'
import type { SecrecyKind } from '#shared/schema.ts'
import type { Keys } from './keys.ts'
import { classesIn, colleaguesIn, type Layout, municipalityOf, type Place } from './layout.ts'
import { nameFor } from './names.ts'
import type { Add } from './rows.ts'
import { entryOf, type SeededKind } from './texts.ts'

/** Somebody at work. */
export type Worker = { personId: string; engagementId: string; unitId: string; secrecyUnitId: string }

export type Staff = {
  principals: readonly Worker[]
  /** By school, then by class. */
  teachers: readonly (readonly Worker[])[]
  nurses: readonly Worker[]
  familySupports: readonly Worker[]
}

type Hiring = { add: Add; keys: Keys; newId: Deps['newId']; since: string; lately: string }

/** Authorities, walls and units, and those who work there. */
export function addStaff(hiring: Hiring, layout: Layout): Staff {
  const schools = many(layout.schools, (n) =>
    addUnit(hiring, 'compulsory_school', 'school', `Skola ${n + 1}`, municipalityOf(n, layout.schools).code),
  )
  const nurses = many(layout.nurses, (n) => {
    const { code } = municipalityOf(n, layout.nurses)
    const at = addUnit(hiring, 'pupil_health', 'pupil_health_medical', `Skolsköterskorna ${n + 1}`, code)
    return addLead(hiring, at, 'skolsköterska')
  })
  const familySupports = many(layout.familySupports, (n) => {
    const { code } = municipalityOf(n, layout.familySupports)
    return addLead(
      hiring,
      addUnit(hiring, 'social_services', 'social', `Familjestöd ${n + 1}`, code),
      'familjebehandlare',
    )
  })
  for (const at of schools) many(colleaguesIn, () => addWorker(hiring, at, 'resurs'))
  return {
    principals: schools.map((at) => addLead(hiring, at, 'rektor')),
    teachers: schools.map((at, school) => addTeachers(hiring, at, classesIn(school))),
    nurses,
    familySupports,
  }
}

/** Those around a child. */
export function around({ principals, teachers, nurses, familySupports }: Staff, place: Place) {
  return {
    principal: there(principals[place.school]),
    teacher: there(teachers[place.school]?.[place.class]),
    nurse: there(nurses[place.nurse]),
    familySupport: there(familySupports[place.familySupport]),
  }
}

function there<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('nobody works here')
  return found
}

/** The one of the last class has left, and nobody has taken what waits. */
const addTeachers = (hiring: Hiring, at: Unit, classes: number) =>
  many(classes, (n) => addWorker(hiring, at, 'lärare', n === classes - 1 ? hiring.lately : undefined))

const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n))

type Unit = Pick<Worker, 'unitId' | 'secrecyUnitId'>

function addUnit(
  { add, newId, since }: Hiring,
  kind: SeededKind,
  wall: SecrecyKind,
  name: string,
  municipality_code: string,
): Unit {
  const [authorityId, secrecyUnitId, unitId] = [newId(), newId(), newId()]
  add('authority', {
    id: authorityId,
    kind: 'municipal_board',
    name: `Huvudmannen för ${name}`,
    municipality_code,
  })
  add('secrecy_unit', { id: secrecyUnitId, authority_id: authorityId, kind: wall, name })
  add('unit', { id: unitId, secrecy_unit_id: secrecyUnitId, kind, name, municipality_code })
  add('unit_serves', { unit_id: unitId, municipality_code })
  add('unit_entry', { id: newId(), unit_id: unitId, version: 1, ...entryOf(kind), saved_at: since })
  return { unitId, secrecyUnitId }
}

let hired = 0

function addWorker({ add, keys, newId, since }: Hiring, at: Unit, title: string, last?: string): Worker {
  const worker = { ...at, personId: newId(), engagementId: newId() }
  keys.newBox(worker.personId)
  add('person', { id: worker.personId, is_staff: true, ...nameFor(++hired) })
  add('engagement', {
    id: worker.engagementId,
    person_id: worker.personId,
    unit_id: at.unitId,
    title,
    valid_from: since,
    valid_to: last ?? null,
  })
  return worker
}

function addLead(hiring: Hiring, at: Unit, title: string): Worker {
  const lead = addWorker(hiring, at, title)
  hiring.add('unit_function', {
    unit_id: at.unitId,
    kind: 'best_interests_lead',
    holder_engagement_id: lead.engagementId,
    stand_in_engagement_id: lead.engagementId,
  })
  return lead
}
