import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { type PageOf, parsed } from './page.ts'
import type { SchoolSettings } from './source.ts'

// What SS 12000:2020 says of a class: a group of the type Klass, and who is in it.

const group = z.object({
  displayName: z.string().trim().min(1).max(40),
  groupType: z.string(),
  organisation: z.object({ id: z.uuid() }),
  endDate: z.iso.date().nullish(),
  groupMemberships: z
    .array(
      z.object({
        person: z.object({ id: z.uuid() }),
        startDate: z.iso.date().nullish(),
        endDate: z.iso.date().nullish(),
      }),
    )
    .max(500),
})
export type Group = z.output<typeof group>

/** A page of classes, or the fault of the first that is not as it should be: half a list says nothing of the rest. */
export function readClasses(text: string): PageOf<Group> {
  const page = parsed(text)
  const read = z.array(group).safeParse(page?.data)
  if (!page || !read.success) return { found: [], next: undefined, fault: 'wrong-form' }
  return { found: read.data, next: page.next, fault: undefined }
}

/** The class of each pupil at each of our units, by the register's ids for pupils. */
export type Classes = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Who is in which class today. Whoever is said to be in two at the same school is in neither. */
export function classesOn(groups: readonly Group[], units: SchoolSettings['units'], today: Day): Classes {
  const classes = new Map<string, Map<string, string>>()
  const twice: [pupil: string, unitId: string][] = []
  for (const { displayName, groupType, organisation, endDate, groupMemberships } of groups) {
    const unitId = Object.hasOwn(units, organisation.id) ? units[organisation.id] : undefined
    if (groupType !== 'Klass' || !unitId || (endDate && endDate < today)) continue
    for (const { person, ...member } of groupMemberships) {
      if (!isMemberOn(today, member)) continue
      const mine = classes.get(person.id) ?? new Map<string, string>()
      if (mine.has(unitId) && mine.get(unitId) !== displayName) twice.push([person.id, unitId])
      classes.set(person.id, mine.set(unitId, displayName))
    }
  }
  for (const [pupil, unitId] of twice) classes.get(pupil)?.delete(unitId)
  return classes
}

const isMemberOn = (
  today: Day,
  { startDate, endDate }: Omit<Group['groupMemberships'][number], 'person'>,
): boolean => (!startDate || startDate <= today) && (!endDate || endDate >= today)
