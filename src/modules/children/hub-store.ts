import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { DecisionOutcome, HandoverState, NoticingDecision } from '#shared/schema.ts'
import { sealedText } from '#shared/sealed.ts'
import type { Facts, NoticedLine } from './whereabouts.ts'

type FactsRow = {
  lacks_guardian: boolean
  unread: boolean
  gathers: boolean
  decided: DecisionOutcome | null
  support_id: string | null
  review_on: Day | null
  handover_id: string | null
  handover_state: HandoverState | null
  paper_id: string | null
  consent_id: string | null
  complete: boolean
  awaits_me: boolean
  meeting_id: string | null
  starts_at: Date | null
  last_meeting_id: string | null
  plan_id: string | null
  follow_up_at: Date | null
  ended_at: Date | null
}

/** Everything the hub needs to know, in one question; the walls leave out what the person may not see. */
export async function findFacts(
  { trx, at }: Work,
  childId: string,
  matterId: string | undefined,
): Promise<Facts> {
  const mine = sql`child_id = ${childId}`
  const open = sql`child_id = ${childId} and matter_id = ${matterId ?? null}::uuid`
  const recently = new Date(at.getTime() - 3 * 3_600_000).toISOString()
  const { rows } = await sql<FactsRow>`
    select
      exists (select from child where id = ${childId} and not provisional and not is_grown_up(id))
        and not exists (select from guardianship where ${mine} and valid_from <= asked_day()
          and (valid_to is null or valid_to > asked_day())) as lacks_guardian,
      exists (select from noticing_handling where ${open} and decision is null) as unread,
      exists (select from gathering where ${open}) as gathers,
      (select outcome from decision where ${open} order by decided_at desc limit 1) as decided,
      s.item_id as support_id, s.review_on, h.id as handover_id, h.state as handover_state,
      (select id from paper_handover where ${mine} order by made_at desc limit 1) as paper_id,
      c.id as consent_id, coalesce(c.complete, false) as complete, coalesce(c.awaits_me, false) as awaits_me,
      m.id as meeting_id, m.starts_at, l.id as last_meeting_id, p.id as plan_id, p.follow_up_at, p.ended_at
    from (select) one
      left join lateral (select item_id, review_on from support where ${mine} and ended_at is null
        order by review_on limit 1) s on true
      left join lateral (select id, state from handover where ${mine} and state in ('prepared', 'offered')
        order by made_at desc limit 1) h on true
      left join lateral (select c.id,
          exists (select from consent_unit u where u.child_id = c.child_id and u.consent_id = c.id
            and u.complete_since is not null) as complete,
          exists (select from consent_signer s where s.child_id = c.child_id and s.consent_id = c.id
            and (s.person_id = (select me()) or s.is_child and s.child_id in (select id from child where person_id = (select me())))
            and not exists (select from consent_answer a
              where a.child_id = s.child_id and a.consent_id = s.consent_id and a.signer_id = s.id)) as awaits_me
        from consent c where c.child_id = ${childId} and c.valid_to > asked_at()
        order by awaits_me desc, c.asked_at desc limit 1) c on true
      left join lateral (select id, starts_at from meeting where ${mine} and state in ('planned', 'called')
        and starts_at > ${recently}::timestamptz order by starts_at limit 1) m on true
      left join lateral (select id from meeting where ${mine} and state = 'held'
        order by starts_at desc limit 1) l on true
      left join lateral (select id, follow_up_at, ended_at from plan where ${mine}
        order by made_at desc limit 1) p on true`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('no facts at all')
  return factsOf(row)
}

const factsOf = (row: FactsRow): Facts => ({
  lacksGuardian: row.lacks_guardian,
  unread: row.unread,
  gathers: row.gathers,
  decided: row.decided ?? undefined,
  support: row.support_id && row.review_on ? { id: row.support_id, reviewOn: row.review_on } : undefined,
  handover:
    row.handover_id && row.handover_state ? { id: row.handover_id, state: row.handover_state } : undefined,
  paper: row.paper_id ? { id: row.paper_id } : undefined,
  consent: row.consent_id
    ? { id: row.consent_id, complete: row.complete, awaitsMe: row.awaits_me }
    : undefined,
  meeting: row.meeting_id && row.starts_at ? { id: row.meeting_id, at: row.starts_at } : undefined,
  lastMeeting: row.last_meeting_id ? { id: row.last_meeting_id } : undefined,
  plan: row.plan_id ? { followUpAt: row.follow_up_at ?? undefined, ended: row.ended_at !== null } : undefined,
})

/** The hand-over that my unit is asked to take, while it has not answered. */
export async function findOffer({ trx, actor }: Work, childId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('handover')
    .select('id')
    .where('child_id', '=', childId)
    .where('to_unit_id', '=', actor.unitId ?? null)
    .where('state', '=', 'offered')
    .executeTakeFirst()
  return row?.id
}

/** Whether the walls leave a colleague plans or meetings: then their own unit made them, before the matter moved. */
export async function keepsSomething({ trx }: Work, childId: string): Promise<boolean> {
  const { rows } = await sql<{ keeps: boolean }>`
    select exists (select from plan where child_id = ${childId})
      or exists (select from meeting where child_id = ${childId} and state = 'held')
      or (${childId} = any (assigned_children('{work}')) and exists (select from item
        where child_id = ${childId} and kind in ('work_note', 'statement')
          and secrecy_unit_id = my_secrecy_unit() and author_engagement_id is not null)) as keeps`.execute(
    trx,
  )
  return rows[0]?.keeps ?? false
}

const handlingBody = z.object({ why: sealedText })
type LineRow = {
  item_id: string
  sent_at: Date
  opened_at: Date | null
  decision: NoticingDecision | null
  body: Buffer | null
}

async function lineOf({ box }: Work, childId: string, row: LineRow): Promise<NoticedLine> {
  const place = { table: 'noticing_handling', column: 'body', row: row.item_id, version: 1 }
  return {
    itemId: row.item_id,
    day: swedishDay(row.sent_at),
    opened: row.opened_at !== null,
    decision: row.decision ?? undefined,
    why: row.body ? (await box(childId)).open(place, row.body, handlingBody).why : undefined,
  }
}

/** What has come to the person's own unit about the child, the latest first. */
/** The child has told something to somebody who is gone, and has not said yet who may read it instead. Never what. */
export async function waitsForTheChild({ trx }: Work, childId: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`select waits_for_the_child(${childId}) as waits`.execute(trx)
  return rows[0]?.waits ?? false
}

export async function listNoticed(work: Work, childId: string): Promise<NoticedLine[]> {
  const rows = await work.trx
    .selectFrom('noticing as n')
    .innerJoin('noticing_handling as h', (join) =>
      join.onRef('h.child_id', '=', 'n.child_id').onRef('h.item_id', '=', 'n.item_id'),
    )
    .select(['n.item_id', 'n.sent_at', 'h.opened_at', 'h.decision', 'h.body'])
    .where('n.child_id', '=', childId)
    .where('h.unit_id', '=', work.actor.unitId ?? null)
    .orderBy('n.sent_at', 'desc')
    .orderBy('n.item_id')
    .limit(20)
    .execute()
  return Promise.all(rows.map((row) => lineOf(work, childId, row)))
}

/**
 * What the person has told about the child, the latest first. What became of it is seen only inside the wall of the
 * unit that received it: to all others it is received, and no more.
 */
export async function listTold(work: Work, childId: string): Promise<NoticedLine[]> {
  const { trx, actor } = work
  const rows = await trx
    .selectFrom('noticing as n')
    .leftJoin('noticing_handling as h', (join) =>
      join.onRef('h.child_id', '=', 'n.child_id').onRef('h.item_id', '=', 'n.item_id'),
    )
    .select(['n.item_id', 'n.sent_at', 'h.opened_at', 'h.decision', 'h.body'])
    .where('n.child_id', '=', childId)
    .where('n.sender_id', '=', actor.personId)
    .where('n.sender_engagement_id', '=', actor.engagementId ?? null)
    .orderBy('n.sent_at', 'desc')
    .orderBy('n.item_id')
    .limit(20)
    .execute()
  return Promise.all(rows.map((row) => lineOf(work, childId, row)))
}

/** Records that have ended as this child, and that the person worked with. */
export async function findEarlier({ trx }: Work, childId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ earlier: string[] }>`
    select my_earlier_records(${childId}) as earlier`.execute(trx)
  return rows[0]?.earlier ?? []
}
