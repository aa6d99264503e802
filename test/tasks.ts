import { admin } from '#test/world.ts'

/** What waits to be done, by whom and about what. */
export const waitingTasks = () =>
  admin
    .selectFrom('task')
    .select(['kind', 'engagement_id', 'about_id'])
    .where('done_at', 'is', null)
    .execute()
