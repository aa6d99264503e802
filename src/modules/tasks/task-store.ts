import type { Work } from '#modules/audit'
import type { TaskKind } from '#shared/schema.ts'
import type { NewTask } from './task.ts'

/** Puts a task on somebody's list. */
export async function addTask({ trx, at, newId }: Work, task: NewTask): Promise<void> {
  await trx
    .insertInto('task')
    .values({
      child_id: task.childId,
      id: newId(),
      kind: task.kind,
      engagement_id: task.engagementId,
      stand_in_engagement_id: task.standIn?.engagementId ?? null,
      escalates_at: task.standIn?.from ?? null,
      about_id: task.aboutId ?? null,
      due_on: task.dueOn,
      made_at: at,
    })
    .execute()
}

/** Ends the open tasks of some kinds about a child, or about one thing, and tells how many. */
export async function finishTasks(
  { trx, at, actor }: Work,
  {
    childId,
    kinds,
    aboutId,
    engagementId,
  }: {
    childId: string
    kinds: readonly TaskKind[]
    aboutId?: string | undefined
    /** Only those of one person. */
    engagementId?: string | undefined
  },
): Promise<number> {
  let query = trx
    .updateTable('task')
    .set({ done_at: at, done_by: actor.personId })
    .where('child_id', '=', childId)
    .where('kind', 'in', kinds)
    .where('done_at', 'is', null)
  if (aboutId) query = query.where('about_id', '=', aboutId)
  if (engagementId) query = query.where('engagement_id', '=', engagementId)
  const finished = await query.executeTakeFirst()
  return Number(finished.numUpdatedRows)
}
