import { sql } from 'kysely'
import type { UnsignedWork, Work } from '#modules/audit'
import { linkToldPlace } from '#modules/sharing'
import { swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { answerBody, type Letter, type Link, letterBody, type NewLink } from './link.ts'
import { boxOfAnswer, codeHash, letterBox, placeOf } from './link-access.ts'

/** Is it hidden where the child is? Then nothing about it leaves by a link. */
export async function isHidden({ trx }: Work, childId: string): Promise<boolean> {
  const { rows } = await sql<{ hidden: boolean }>`select is_hidden(${childId}) as hidden`.execute(trx)
  return rows[0]?.hidden ?? true
}

/** Writes the letter, and keeps the key of the answer under the child's own. */
export async function addLink(
  deps: Deps,
  work: Work,
  { childId, itemId, code, letter, told, expiresAt }: NewLink,
): Promise<void> {
  const box = await work.box(childId)
  await work.trx
    .insertInto('answer_link')
    .values({
      child_id: childId,
      item_id: itemId,
      code_hash: codeHash(code),
      letter: letterBox(deps, code).seal(placeOf('letter', itemId), letter),
      answer_key: box.seal(placeOf('answer_key', itemId), { key: letter.key }),
      told: box.seal(linkToldPlace(itemId), told),
      made_by: work.actor.personId,
      made_at: work.at,
      expires_at: expiresAt,
    })
    .execute()
}

/** The link of a question, for those who asked it. */
export async function findLink(
  deps: Deps,
  work: Work,
  childId: string,
  itemId: string,
): Promise<Link | undefined> {
  const row = await work.trx
    .selectFrom('answer_link')
    .select(['answer_key', 'expires_at', 'ended_at', 'answer', 'answered_at', 'made_by', 'yes_withdrawn'])
    .where('child_id', '=', childId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  if (!row) return undefined
  const until = swedishDay(new Date(row.expires_at.getTime() - 1))
  const common = { until, byMe: row.made_by === work.actor.personId, yesWithdrawn: row.yes_withdrawn }
  if (!row.answer || !row.answered_at) {
    const isOver = row.ended_at !== null || row.expires_at <= work.at || (await isHidden(work, childId))
    return { ...common, state: isOver ? 'over' : 'open', came: undefined }
  }
  const box = boxOfAnswer(deps, await work.box(childId), itemId, row.answer_key)
  const answer = box.open(placeOf('answer', itemId), row.answer, answerBody)
  return { ...common, state: 'came', came: { on: swedishDay(row.answered_at), answer } }
}

/** Takes the link back: it opens nothing from now on. `yesWithdrawn`: since the family said so. */
export async function endLink(
  { trx, at }: Work,
  childId: string,
  itemId: string,
  yesWithdrawn: boolean,
): Promise<void> {
  await trx
    .updateTable('answer_link')
    .set({ letter: null, ended_at: at, yes_withdrawn: yesWithdrawn })
    .where('child_id', '=', childId)
    .where('item_id', '=', itemId)
    .where('ended_at', 'is', null)
    .where('answered_at', 'is', null)
    .execute()
}

/** What a link opens, for whoever holds it; undefined when it is over, or never was. */
export async function openLetter(
  deps: Deps,
  { trx }: UnsignedWork,
  code: string,
): Promise<(Letter & { itemId: string }) | undefined> {
  const { rows } = await sql<{ item_id: string; letter: Buffer }>`
    select item_id, letter from open_answer_link(${codeHash(code)})`.execute(trx)
  const [row] = rows
  if (!row) return undefined
  const place = placeOf('letter', row.item_id)
  return { ...letterBox(deps, code).open(place, row.letter, letterBody), itemId: row.item_id }
}

/** Hands over the answer, sealed. False: another was first, or the link is over. */
export async function giveAnswer(
  { trx, newId }: UnsignedWork,
  code: string,
  sealed: Buffer,
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select answer_by_link(${codeHash(code)}, ${sealed}, ${newId()}) as taken`.execute(trx)
  return rows[0]?.taken ?? false
}
