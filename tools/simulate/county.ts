import { hashOf } from '#shared/asking.ts'
import { addDays, type Day, swedishMoment } from '#shared/dates.ts'
import type { Trx } from '#shared/db.ts'
import type { UnitKind } from '#shared/schema.ts'

/** Whole days, the last one too, as somebody has written them in. */
export type Period = { id: string; from: Day; to: Day }
export type Away = Period & { standIn: Worker | undefined }

export type Worker = {
  engagementId: string
  unit: Unit
  cookie: string
  from: Day
  /** The last day of work, as the organisation has been told. */
  last: Day | undefined
  /** At home, whether it is written in or not. */
  sickTo: Day | undefined
  away: Away[]
}
export type Unit = {
  id: string
  name: string
  kind: UnitKind
  wall: string
  municipality: string
  authority: Authority
  workers: Worker[]
  /** Undefined before the first are appointed. */
  holder: Worker | undefined
  standIn: Worker | undefined
  /** Nobody is there: a strike, whether it is written in or not. */
  shutTo: Day | undefined
  closed: Period[]
}
export type Authority = { id: string; units: Unit[]; administrators: Worker[]; fallbacks: Worker[] }
/** `workers`: everybody who ever worked there, by engagement. */
export type County = { units: Unit[]; authorities: Authority[]; workers: Map<string, Worker> }

type Hiring = { admin: Trx; newId: () => string; county: County }
type Coming = { engagementId: string; personId: string; from: Day; last: Day | undefined }

/**
 * Signs in at the issuer, which is outside, once for all the years: nothing but the end of the employment ends what
 * this session may.
 */
export async function comeIn({ admin, newId, county }: Hiring, unit: Unit, coming: Coming) {
  const { engagementId, from, last } = coming
  const cookie = newId()
  const never = swedishMoment(addDays(from, 60 * 365), '00:00')
  await admin
    .insertInto('session')
    .values({
      token_hash: hashOf(cookie),
      id: newId(),
      person_id: coming.personId,
      kind: 'staff',
      engagement_id: engagementId,
      issuer: 'test',
      authenticated_at: never,
      idle_minutes: 60 * 24 * 365 * 60,
      last_seen_at: swedishMoment(from, '00:00'),
      ends_at: never,
    })
    .execute()
  const worker: Worker = { engagementId, unit, cookie, from, last, sickTo: undefined, away: [] }
  unit.workers.push(worker)
  county.workers.set(engagementId, worker)
  return worker
}
