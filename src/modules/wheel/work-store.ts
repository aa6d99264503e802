import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { addItem, newestItems, openItem } from '#modules/items'
import { type Day, swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'

/** Somebody in my unit who has been given the work with the child. */
export type Worker = {
  assignmentId: string
  engagementId: string
  name: string
  title: string
  since: Day
  /** Was given the responsibility, which takes the work along: also while somebody goes in for them. */
  isResponsible: boolean
}

/** Who works with the child in my unit just now; those who would only step in later are left out. */
export async function listWorkers({ trx, at, actor }: Work, childId: string): Promise<Worker[]> {
  const rows = await trx
    .selectFrom('assignment as a')
    .innerJoin('engagement_here as e', 'e.id', 'a.engagement_id')
    .innerJoin('person_here as p', 'p.id', 'e.person_id')
    .select(['a.id', 'a.engagement_id', 'p.given_name', 'p.family_name', 'e.title', 'a.valid_from'])
    .select(
      sql<boolean>`exists (select from responsibility r where r.child_id = a.child_id
        and r.engagement_id = a.engagement_id and upper_inf(r.during))`.as('is_responsible'),
    )
    .where('a.child_id', '=', childId)
    .where('a.kind', '=', 'work')
    .where('a.secrecy_unit_id', '=', actor.secrecyUnitId ?? null)
    .where('a.valid_from', '<=', at)
    .where((eb) => eb.or([eb('a.valid_to', 'is', null), eb('a.valid_to', '>', at)]))
    .orderBy('a.valid_from')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    assignmentId: row.id,
    engagementId: row.engagement_id,
    name: printedName(row),
    title: row.title,
    since: swedishDay(row.valid_from),
    isResponsible: row.is_responsible,
  }))
}

/** Takes the work back: from this moment the colleague reads nothing more of it. */
export async function endWork({ trx, at, actor }: Work, childId: string, worker: Worker): Promise<void> {
  await trx
    .updateTable('assignment')
    .set({ valid_to: at })
    .where('child_id', '=', childId)
    .where('id', '=', worker.assignmentId)
    .execute()
  await trx
    .updateTable('task')
    .set({ done_at: at, done_by: actor.personId })
    .where('child_id', '=', childId)
    .where('engagement_id', '=', worker.engagementId)
    .where('done_at', 'is', null)
    .execute()
}

/** What has been written for the unit's own use. */
export type Note = { itemId: string; text: SealedText; by: string; on: Day }

const noteBody = z.object({ text: sealedText })

/** Newest first. */
export async function listNotes(work: Work, childId: string): Promise<Note[]> {
  const rows = await newestItems(work, childId, 'work_note')
    .innerJoin('person_here as p', 'p.id', 'i.author_id')
    .select(['p.given_name', 'p.family_name'])
    .execute()
  const notes = rows.map(async (row) => ({
    itemId: row.item_id,
    text: (await openItem(work, row, noteBody)).text,
    by: printedName(row),
    on: swedishDay(row.made_at),
  }))
  return (await Promise.all(notes)).reverse()
}

/** Writes a note. There already: the form was sent twice. */
export async function addNote(
  work: Work,
  note: { childId: string; itemId: string; matterId: string; text: SealedText },
): Promise<void> {
  const { childId, itemId, matterId, text } = note
  const { secrecyUnitId } = work.actor
  if (!secrecyUnitId) throw new Error('only staff write notes')
  await addItem(work, { childId, itemId, matterId, kind: 'work_note', secrecyUnitId, body: { text } })
}
