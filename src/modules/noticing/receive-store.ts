import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { newestItems, openItem } from '#modules/items'
import { swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type { NoticingDecision } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import type { Around, Decided, Received, Sender } from './received.ts'

const noticingBody = z.object({
  who: sealedText.optional(),
  sentence: sealedText,
  working: sealedText.optional(),
  challenging: sealedText.optional(),
  tried: sealedText.optional(),
  caller: sealedText.optional(),
})
const noText = {
  who: undefined,
  working: undefined,
  challenging: undefined,
  tried: undefined,
  caller: undefined,
}

const handling = ({ trx }: Work, childId: string, itemId: string) =>
  trx
    .selectFrom('noticing as n')
    .innerJoin('noticing_handling as h', (join) =>
      join.onRef('h.child_id', '=', 'n.child_id').onRef('h.item_id', '=', 'n.item_id'),
    )
    .leftJoin('person_here as s', 's.id', 'n.sender_id')
    .leftJoin('engagement_here as e', 'e.id', 'n.sender_engagement_id')
    .leftJoin('unit_here as u', 'u.id', 'e.unit_id')
    .leftJoin('guardianship as g', (join) =>
      join.onRef('g.child_id', '=', 'n.child_id').onRef('g.person_id', '=', 'n.sender_id'),
    )
    .leftJoin('person_here as d', 'd.id', 'h.decided_by')
    .innerJoin('child as c', 'c.id', 'n.child_id')
    .select(['n.urgency', 'n.family_knows', 'n.good_news', 'n.sent_at', 'n.sender_id'])
    .select(sql<Received['areas']>`to_json(n.areas)`.as('areas'))
    .select([
      'h.unit_id',
      'h.matter_id',
      'h.opened_at',
      'h.decision',
      'h.decided_at',
      'h.decided_by',
      'h.body',
    ])
    .select(['s.given_name', 's.family_name', 'e.title', 'u.name as unit_name', 'u.secrecy_unit_id as wall'])
    .select(sql<string | null>`coalesce(e.phone, u.phone)`.as('phone'))
    .select(['g.called', 'c.person_id as self_id'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('task as t')
          .select('t.id')
          .whereRef('t.child_id', '=', 'n.child_id')
          .whereRef('t.about_id', '=', 'n.item_id')
          .where('t.kind', '=', 'read_good_news')
          .where('t.done_at', 'is', null),
      ).as('waits'),
    )
    .select(sql<string | null>`nullif(concat_ws(' ', d.given_name, d.family_name), '')`.as('decider'))
    .where('n.child_id', '=', childId)
    .where('n.item_id', '=', itemId)
    .limit(1)

type Row = Awaited<ReturnType<ReturnType<typeof handling>['executeTakeFirstOrThrow']>>

/** What came to the BBA function of the person's own secrecy unit; undefined when it did not. */
export async function findReceived(
  work: Work,
  childId: string,
  itemId: string,
): Promise<Received | undefined> {
  const [row, item] = await Promise.all([
    handling(work, childId, itemId).executeTakeFirst(),
    newestItems(work, childId, 'noticing').where('i.id', '=', itemId).executeTakeFirst(),
  ])
  if (!row || !item) return undefined
  return {
    itemId,
    body: { ...noText, ...(await openItem(work, item, noticingBody)) },
    sentOn: swedishDay(row.sent_at),
    sender: senderOf(work, row),
    urgency: row.urgency ?? undefined,
    familyKnows: row.family_knows ?? undefined,
    areas: row.areas,
    goodNews: row.good_news,
    unitId: row.unit_id,
    matterId: row.matter_id ?? undefined,
    isOpened: row.opened_at !== null,
    waitsToBeRead: Boolean(row.waits),
    decided: await decidedOf(work, childId, itemId, row),
  }
}

function senderOf({ actor }: Work, row: Row): Sender {
  const name = row.given_name ? printedName(row) : undefined
  const inside = row.wall !== null && row.wall === actor.secrecyUnitId
  if (row.title)
    return {
      text: `${name ?? 'Skyddad person'}, ${row.title}, ${row.unit_name}`,
      phone: row.phone ?? undefined,
      inside,
    }
  if (row.sender_id === row.self_id) return { text: 'Barnet självt', phone: undefined, inside }
  if (row.called) return { text: `${name ?? 'Skyddad person'} (${row.called})`, phone: undefined, inside }
  return { text: 'Någon som inte arbetar med barnet', phone: undefined, inside }
}

const handlingPlace = (itemId: string) => ({
  table: 'noticing_handling',
  column: 'body',
  row: itemId,
  version: 1,
})
const handlingBody = z.object({ why: sealedText })

async function decidedOf(
  { box, actor }: Work,
  childId: string,
  itemId: string,
  row: Row,
): Promise<Decided | undefined> {
  if (!row.decision || !row.decided_at) return undefined
  const why = row.body && (await box(childId)).open(handlingPlace(itemId), row.body, handlingBody).why
  return {
    decision: row.decision,
    on: swedishDay(row.decided_at),
    byMe: row.decided_by === actor.personId,
    by: row.decided_by ? (row.decider ?? 'Skyddad person') : undefined,
    why: why ?? undefined,
  }
}

/** What has come about a child to the BBA function of the person's own secrecy unit, in the order it came. */
export async function findReceivedIds({ trx }: Work, childId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('noticing as n')
    .innerJoin('noticing_handling as h', (join) =>
      join.onRef('h.child_id', '=', 'n.child_id').onRef('h.item_id', '=', 'n.item_id'),
    )
    .select('n.item_id')
    .where('n.child_id', '=', childId)
    .orderBy('n.sent_at')
    .orderBy('n.item_id')
    .execute()
  return rows.map(({ item_id }) => item_id)
}

/** It has been read by somebody who may decide. */
export async function markOpened({ trx, at }: Work, childId: string, itemId: string): Promise<void> {
  await trx
    .updateTable('noticing_handling')
    .set({ opened_at: at })
    .where('child_id', '=', childId)
    .where('item_id', '=', itemId)
    .where('opened_at', 'is', null)
    .execute()
}

const nothingAround: Around = { begun: false, gathers: false, unread: false }

/** What else is going on in the matter that the noticing came to. */
export async function findAround(
  { trx }: Work,
  childId: string,
  matterId: string | undefined,
  itemId: string,
): Promise<Around> {
  if (!matterId) return nothingAround
  const here = sql`child_id = ${childId} and matter_id = ${matterId}`
  const { rows } = await sql<{ begun: boolean; gathers: boolean; unread: boolean }>`
    select exists (select from noticing_handling where ${here} and item_id <> ${itemId}
          and decision in ('gathering', 'own_support', 'joined'))
        or exists (select from support where ${here}) or exists (select from decision where ${here})
        or exists (select from handover where ${here}) or exists (select from plan where ${here}) as begun,
      exists (select from gathering where ${here}) as gathers,
      exists (select from noticing_handling where ${here} and item_id <> ${itemId} and decision is null) as unread`.execute(
    trx,
  )
  const { begun = false, gathers = false, unread = false } = rows[0] ?? {}
  return { begun: begun || gathers, gathers, unread }
}

/** What is decided stays. False when somebody else decided first. */
export async function decideReceived(
  work: Work,
  decided: {
    childId: string
    itemId: string
    matterId: string | undefined
    decision: NoticingDecision
    why?: SealedText | undefined
  },
): Promise<boolean> {
  const { trx, at, actor, box } = work
  const { childId, itemId, matterId, decision, why } = decided
  const changed = await trx
    .updateTable('noticing_handling')
    .set({
      matter_id: matterId ?? null,
      decision,
      decided_at: at,
      decided_by: actor.personId,
      body: why ? (await box(childId)).seal(handlingPlace(itemId), { why }) : null,
    })
    .where('child_id', '=', childId)
    .where('item_id', '=', itemId)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
