import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { listTasksRoutes } from './list-tasks/list-tasks.routes.tsx'
import { listUnheldRoutes } from './list-unheld/list-unheld.routes.tsx'
import { workdayRoutes } from './workday.routes.tsx'

export { listWaitingFor, usesQuestions } from './list-store.ts'
export { stepOf } from './step.ts'
export { type NewTask, othersRead, readBy, standInOf } from './task.ts'
export { addTask, finishTasks } from './task-store.ts'
export { dueText } from './when.ts'

export const tasksRoutes = (deps: Deps): Routes =>
  workdayRoutes(listUnheldRoutes(listTasksRoutes(new Routes('tasks'), deps), deps), deps)
