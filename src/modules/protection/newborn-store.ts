import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Identity, identityPlace } from '#modules/children'
import { listMarks } from './protection-store.ts'
import { bodyPlace, markBody, markProtected, markWith, type NewMark, readPlaces } from './sealed-store.ts'

const markOf = async (work: Work, childId: string) =>
  (await listMarks(work, childId)).find(({ personId }) => personId === undefined)

/** The mark that stands for the child, or for one of these parents: what is protected with them has the same. */
export async function markOfFamily(
  work: Work,
  childId: string,
  parentIds: readonly string[],
): Promise<FamilyMark> {
  const theirs = (await listMarks(work, childId)).find(
    ({ personId, liftedOn }) => !liftedOn && (!personId || parentIds.includes(personId)),
  )
  const { kind = 'sekretessmarkering', source = 'annan' } = theirs ?? {}
  return { kind, source, markedOn: work.today }
}
type FamilyMark = Pick<NewMark, 'kind' | 'source' | 'markedOn'>

/** A child is protected before anything is written of who it is. False: marked already, or not for this person to say. */
export const protectExpected = (work: Work, childId: string, mark: FamilyMark): Promise<boolean> =>
  markProtected(work, { childId, markId: work.newId(), personId: undefined, ...mark })

/** One that was written down in this transaction, without a name, gets it sealed. False: not for this person to say. */
export async function protectNewborn(
  work: Work,
  childId: string,
  mark: FamilyMark,
  identity: Identity,
): Promise<boolean> {
  const markId = work.newId()
  const body = await readPlaces(work, childId)
  const box = await work.newBox(markId, 'protected')
  const inClear = { identity, body, login: undefined }
  return markWith(work, box, { childId, markId, personId: undefined, ...mark }, inClear)
}

/** Who a protected child is from now on, as the newest mark seals it; for the group. */
export async function sealIdentity(
  work: Work,
  childId: string,
  identity: Identity,
): Promise<Buffer | undefined> {
  const mark = await markOf(work, childId)
  return mark && (await work.box(mark.id)).seal(identityPlace(childId), identity)
}

/** What the newest mark holds, as it lies and opened; for the group. */
async function openBody(work: Work, childId: string) {
  const mark = await markOf(work, childId)
  if (!mark) return undefined
  const { body } = await work.trx
    .selectFrom('protection_mark')
    .select('body')
    .where('child_id', '=', childId)
    .where('id', '=', mark.id)
    .executeTakeFirstOrThrow()
  const box = await work.box(mark.id)
  return { markId: mark.id, was: body, box, opened: box.open(bodyPlace(mark.id), body, markBody) }
}

/** The numbers that lie with the mark. */
export const findSealedNumbers = async (work: Work, childId: string) =>
  (await openBody(work, childId))?.opened.numbers ?? []

/** The first number is put with the mark. `hash`: null for what nobody is found by. False: there is one, or not for this person to say. */
export async function addSealedNumber(
  work: Work,
  childId: string,
  number: { system: string; value: string },
  hash: Buffer | null,
): Promise<boolean> {
  const there = await openBody(work, childId)
  if (!there) return false
  const { markId, was, box, opened } = there
  const sealed = box.seal(bodyPlace(markId), { ...opened, numbers: [...opened.numbers, number] })
  const { rows } = await sql<{ done: boolean }>`
    select write_sealed_number(${childId}, ${markId}, ${was}::bytea, ${sealed}::bytea, ${hash}::bytea) as done`.execute(
    work.trx,
  )
  return rows[0]?.done ?? false
}
