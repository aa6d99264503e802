import { z } from 'zod'
import type { Work } from '#modules/audit'
import { sealedText } from '#shared/sealed.ts'
import type { ImportantAdult } from './family.ts'

const adultPlace = (row: string) => ({ table: 'important_adult', column: 'body', row, version: 1 })
const adultBody = z.object({ name: sealedText, relation: sealedText, phone: sealedText.optional() })

/** The adults that the child leans on, as those who work with the child have written them down. */
export async function listImportantAdults({ trx, box }: Work, childId: string): Promise<ImportantAdult[]> {
  const rows = await trx
    .selectFrom('important_adult')
    .select(['id', 'body'])
    .where('child_id', '=', childId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const childs = await box(childId)
  return rows.map(({ id, body }) => ({
    phone: undefined,
    id,
    ...childs.open(adultPlace(id), body, adultBody),
  }))
}

/** Writes down an adult that the child leans on. There already: the form was sent twice. */
export async function addImportantAdult(
  { trx, at, actor, box }: Work,
  childId: string,
  { id, ...body }: ImportantAdult,
): Promise<void> {
  await trx
    .insertInto('important_adult')
    .values({
      child_id: childId,
      id,
      body: (await box(childId)).seal(adultPlace(id), body),
      added_by: actor.personId,
      added_at: at,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}
