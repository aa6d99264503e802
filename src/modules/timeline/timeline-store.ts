import type { Work } from '#modules/audit'
import { swedishDay } from '#shared/dates.ts'
import { byDay, type PlanEvent } from './timeline.ts'

const most = 200

/** The plan's own events that the person may see, the latest first. `since`: after that moment. */
export async function listEvents(
  { trx }: Work,
  childId: string,
  since = new Date(0),
): Promise<readonly PlanEvent[]> {
  const rows = await trx
    .selectFrom('plan_event')
    .select(['kind', 'at'])
    .where('child_id', '=', childId)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return byDay(rows.map(({ kind, at }) => ({ kind, day: swedishDay(at) })))
}
