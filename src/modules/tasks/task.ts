import type { Day } from '#shared/dates.ts'
import type { TaskKind } from '#shared/schema.ts'

/** What waits for somebody. Never a reason: the next step, the child and the day. */
export type NewTask = {
  childId: string
  kind: TaskKind
  engagementId: string
  aboutId?: string | undefined
  dueOn: Day
}
