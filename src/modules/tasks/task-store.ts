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
      about_id: task.aboutId ?? null,
      due_on: task.dueOn,
      made_at: at,
    })
    .execute()
}

/** Ends the open tasks of some kinds about a child, or about one thing. */
export async function finishTasks(
  { trx, at, actor }: Work,
  { childId, kinds, aboutId }: { childId: string; kinds: readonly TaskKind[]; aboutId?: string | undefined },
): Promise<void> {
  let query = trx
    .updateTable('task')
    .set({ done_at: at, done_by: actor.personId })
    .where('child_id', '=', childId)
    .where('kind', 'in', kinds)
    .where('done_at', 'is', null)
  if (aboutId) query = query.where('about_id', '=', aboutId)
  await query.execute()
}
