import { sql } from 'kysely'
import type { Work } from '#modules/audit'

/** What happens next that has a day: a meeting, or talking about how it goes. */
export type Next = { kind: 'meeting' | 'follow_up'; at: Date }

/** From today on, as far as the reader may know; undefined when no day is set. */
export async function findNext({ trx }: Work, childId: string): Promise<Next | undefined> {
  const { rows } = await sql<Next>`
    select 'meeting' as kind, m.starts_at as at from meeting m
    where m.child_id = ${childId} and m.state in ('called', 'planned')
      and (m.starts_at at time zone 'Europe/Stockholm')::date >= asked_day()
    union all
    select 'follow_up', p.follow_up_at from plan p
    where p.child_id = ${childId} and p.ended_at is null
      and (p.follow_up_at at time zone 'Europe/Stockholm')::date >= asked_day()
    order by at limit 1`.execute(trx)
  return rows[0]
}

/** The meeting that was last, and whether the child has told in its own words what was decided. */
export type LastMeeting = { id: string; at: Date; isTold: boolean }

export async function findLastMeeting({ trx }: Work, childId: string): Promise<LastMeeting | undefined> {
  const { rows } = await sql<{ id: string; at: Date; told: boolean }>`
    select m.id, m.starts_at as at, exists (select from meeting_words w
      where w.child_id = m.child_id and w.meeting_id = m.id and w.is_after and w.replaced_at is null) as told
    from meeting m join meeting_party p on p.child_id = m.child_id and p.meeting_id = m.id and p.is_child
    where m.child_id = ${childId} and m.state = 'held' order by m.starts_at desc limit 1`.execute(trx)
  const row = rows[0]
  return row && { id: row.id, at: row.at, isTold: row.told }
}
