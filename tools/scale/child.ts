import { addDays, swedishDay } from '#shared/dates.ts'
import type { Box } from '#shared/vault.ts'
import type { Keys } from './keys.ts'
import { hasPlan, isNoticed, placeOf } from './layout.ts'
import { addMatter } from './matter.ts'
import { nameFor } from './names.ts'
import { addPlan, type PlanIds } from './plan.ts'
import type { Add } from './rows.ts'
import { around, type Staff, type Worker } from './staff.ts'

/** What a child's rows are made with. */
export type Making = { add: Add; keys: Keys; newId: () => string; now: Date; staff: Staff }

/** A child on its way into the tables, and those around it. */
export type Subject = Making & {
  n: number
  childId: string
  box: Box
  today: string
  /** The moment so many days ago. */
  ago: (days: number) => Date
  guardians: readonly string[]
} & ReturnType<typeof around>

export type MadeChild = { n: number; childId: string; plan: PlanIds | undefined }

/** A child with two guardians, a school, those who know it from every day, and what goes on around it. */
export function addChild(making: Making, n: number): MadeChild {
  const { add, keys, newId, now, staff } = making
  const today = swedishDay(now)
  const childId = newId()
  const child = {
    ...making,
    ...around(staff, placeOf(n)),
    n,
    childId,
    today,
    box: keys.newBox(childId),
    ago: (days: number) => new Date(now.getTime() - days * 86_400_000),
    guardians: [newId(), newId()],
  }
  const born_on = addDays(today, -(6 * 365 + ((n * 37) % (10 * 365))))
  add('child', { id: childId, ...nameFor(n), born_on, made_at: child.ago(400) })
  addGuardians(child, born_on)
  add('child_placement', {
    child_id: childId,
    id: newId(),
    unit_id: child.principal.unitId,
    valid_from: addDays(today, -400),
  })
  for (const worker of [child.principal, child.teacher, child.nurse]) assign(child, worker, 'ordinary', 400)
  if (!hasPlan(n) && !isNoticed(n)) return { n, childId, plan: undefined }
  const matter = addMatter(child, hasPlan(n))
  return { n, childId, plan: hasPlan(n) ? addPlan(child, matter) : undefined }
}

function addGuardians({ add, keys, n, childId, guardians, now }: Subject, born_on: string) {
  for (const [place, personId] of guardians.entries()) {
    keys.newBox(personId)
    const { family_name } = nameFor(n)
    add('person', { id: personId, is_staff: false, ...nameFor(n * 2 + place + 11), family_name })
    add('guardianship', {
      child_id: childId,
      person_id: personId,
      called: place === 0 ? 'mamma' : 'pappa',
      source: 'folkbokföringen',
      checked_at: now,
      valid_from: born_on,
    })
  }
}

export function assign(child: Subject, worker: Worker, kind: 'ordinary' | 'work' | 'party', daysAgo: number) {
  child.add('assignment', {
    child_id: child.childId,
    id: child.newId(),
    kind,
    engagement_id: worker.engagementId,
    secrecy_unit_id: worker.secrecyUnitId,
    given_by: child.principal.personId,
    valid_from: child.ago(daysAgo),
  })
}
