import { id, noon } from '#test/world.ts'
import { type Lie, send } from '#tools/fake-register.ts'

// A school's register as it answers about Lisa, whose number is from Skatteverket's public list for tests.

/** What Alvesta's school register calls its schools. Lillåskolan is another organisation's: it does not speak for it. */
export const schools = {
  furuskolan: '10000000-0000-4000-8000-000000000001',
  mottagning: '10000000-0000-4000-8000-000000000002',
  lillaskolan: '10000000-0000-4000-8000-000000000003',
} as const
export type School = keyof typeof schools
export const units = { [schools.furuskolan]: id('furuskolan'), [schools.mottagning]: id('mottagning') }

const since = { startDate: '2024-08-15', endDate: null }
export const at = (school: School, more: object = {}) => ({
  enroledAt: { id: schools[school], displayName: school },
  ...since,
  cancelled: false,
  ...more,
})
export const placed = (school: School, more: object = {}) => ({
  placedAt: { id: schools[school], displayName: school },
  ...since,
  ...more,
})
export const minutes = (count: number) => new Date(noon.getTime() + count * 60_000).toISOString()

const lisaThere = '20000000-0000-4000-8000-000000000001'
export const pupil = (enrolments: unknown, modified = noon.toISOString(), more: object = {}) => ({
  id: lisaThere,
  meta: { created: modified, modified },
  givenName: 'Lisa',
  civicNo: { value: '201701012393', nationality: 'SWE' },
  personStatus: 'Aktiv',
  enrolments,
  ...more,
})
/** A class that Lisa is in. */
export const klass = (displayName: unknown, more: object = {}) => ({
  displayName,
  groupType: 'Klass',
  organisation: { id: schools.furuskolan },
  startDate: '2026-08-17',
  groupMemberships: [{ person: { id: lisaThere }, startDate: '2026-08-17', endDate: null }],
  ...more,
})

export const answers =
  (data: readonly unknown[], pageToken: string | null = null): Lie =>
  (_, response) =>
    send(response, { data, pageToken })
