import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import { personOf } from '#shared/person.ts'
import type { LinkedChild } from './consultation.ts'

/** The child that a question has been tied to, for whoever may know it. */
export async function findLinkedChild(
  { trx }: Work,
  consultationId: string,
): Promise<LinkedChild | undefined> {
  const row = await trx
    .selectFrom('consultation_child as l')
    .innerJoin('child as c', 'c.id', 'l.child_id')
    .select(['c.id', 'c.given_name', 'c.family_name', 'c.protection', 'c.provisional', 'l.agreed_on'])
    .where('l.consultation_id', '=', consultationId)
    .where('l.ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const person = personOf(row)
  return person.kind === 'visible' ? { childId: row.id, person, agreedOn: row.agreed_on } : undefined
}

/** A question in a list: when and to whom, nothing of what it says. */
export type Listed = { id: string; to: string; askedOn: Day }

/** The questions that this child has been tied to. */
export async function findLinked({ trx }: Work, childId: string): Promise<(Listed & { agreedOn: Day })[]> {
  const rows = await trx
    .selectFrom('consultation_child as l')
    .innerJoin('consultation as c', 'c.id', 'l.consultation_id')
    .innerJoin('unit_here as u', 'u.id', 'c.to_unit_id')
    .select(['c.id', 'u.name as to', 'c.asked_at', 'l.agreed_on'])
    .where('l.child_id', '=', childId)
    .where('l.ended_at', 'is', null)
    .orderBy('c.asked_at', 'desc')
    .execute()
  return rows.map(({ asked_at, agreed_on, ...row }) => ({
    ...row,
    askedOn: swedishDay(asked_at),
    agreedOn: agreed_on,
  }))
}

/** One's own that no child has been tied to, the newest first. None about a child that one does not know in one's own work. */
export async function findLoose({ trx }: Work, childId: string): Promise<Listed[]> {
  const { rows } = await sql<{ id: string; to: string; asked_at: Date }>`
    select c.id, u.name as to, c.asked_at from consultation c join unit_here u on u.id = c.to_unit_id
    where c.asked_by = (select my_engagement()) and ${childId} = any (assigned_children('{ordinary,work}'))
      and not is_hidden(${childId})
      and not is_tied(c.id)
    order by c.asked_at desc, c.id limit 20`.execute(trx)
  return rows.map(({ asked_at, ...row }) => ({ ...row, askedOn: swedishDay(asked_at) }))
}

/** False: it has been tied meanwhile, to this child or another. */
export async function addLink(
  { trx, at, actor }: Work,
  link: { childId: string; id: string; consultationId: string; agreedOn: Day },
): Promise<boolean> {
  const added = await trx
    .insertInto('consultation_child')
    .values({
      child_id: link.childId,
      id: link.id,
      consultation_id: link.consultationId,
      secrecy_unit_id: actor.secrecyUnitId ?? '',
      agreed_on: link.agreedOn,
      linked_by: actor.engagementId ?? '',
      linked_at: at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export async function endLink(
  { trx, at, actor }: Work,
  childId: string,
  consultationId: string,
): Promise<void> {
  await trx
    .updateTable('consultation_child')
    .set({ ended_at: at, ended_by: actor.engagementId ?? '' })
    .where('child_id', '=', childId)
    .where('consultation_id', '=', consultationId)
    .where('ended_at', 'is', null)
    .execute()
}
