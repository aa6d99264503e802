import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { addDays, type Day, swedishDay, swedishMoment } from '#shared/dates.ts'
import { type Person, personOf } from '#shared/person.ts'

/** A yes that ends soon, or has ended, and that no later yes has taken over from. Never what it is about. */
export type Ending = { childId: string; child: Person; consentId: string; lastDay: Day; over: boolean }

const perPage = 50
/** Far enough ahead to talk with the family in peace, and not so far back that it is history. */
export const daysAhead = 30
const daysBack = 30

type Row = {
  child_id: string
  consent_id: string
  valid_to: Date
  given_name: string | null
  family_name: string | null
  protection: string
  provisional: boolean
}

/**
 * What ends among the children whose matter the person works with, the earliest day first. With a child: only that one,
 * and as far ahead as `until`.
 */
export async function findEnding(
  { trx, actor, at, today }: Work,
  { childId, until, after }: { childId?: string; until?: Day; after?: string | undefined },
): Promise<{ ending: Ending[]; next: string | undefined }> {
  const from = swedishMoment(addDays(today, -daysBack), '00:00')
  const to = swedishMoment(addDays(until ?? addDays(today, daysAhead), 1), '00:00')
  const one = childId ? sql`and a.child_id = ${childId}` : sql``
  const later = after
    ? sql`and (c.valid_to, c.id) > (select d.valid_to, d.id from consent d where d.id = ${after})`
    : sql``
  const { rows } = await sql<Row>`
    select c.child_id, c.id as consent_id, c.valid_to, ch.given_name, ch.family_name, ch.protection, ch.provisional
    from (select distinct a.child_id from assignment a where a.engagement_id = ${actor.engagementId ?? null}
        and a.kind = 'work' and a.valid_from <= ${at.toISOString()}::timestamptz
        and (a.valid_to is null or a.valid_to > ${at.toISOString()}::timestamptz) ${one}) mine
      join matter m on m.child_id = mine.child_id and m.closed_at is null
      join consent c on c.child_id = m.child_id and c.matter_id = m.id
      join child ch on ch.id = c.child_id
    where c.valid_to > ${from.toISOString()}::timestamptz and c.valid_to <= ${to.toISOString()}::timestamptz ${later}
      and exists (select from consent_unit cu where cu.child_id = c.child_id and cu.consent_id = c.id
        and cu.complete_since is not null
        and not exists (select from consent_unit n join consent nc on nc.child_id = n.child_id and nc.id = n.consent_id
          where n.child_id = cu.child_id and n.unit_id = cu.unit_id and n.complete_since is not null
            and nc.valid_to > c.valid_to))
    order by c.valid_to, c.id limit ${perPage + 1}`.execute(trx)
  const page = rows.slice(0, perPage)
  return {
    ending: page.map((row) => ({
      childId: row.child_id,
      child: personOf({ ...row, id: row.child_id }),
      consentId: row.consent_id,
      lastDay: swedishDay(new Date(row.valid_to.getTime() - 1)),
      over: row.valid_to <= at,
    })),
    next: rows.length > perPage ? page.at(-1)?.consent_id : undefined,
  }
}
