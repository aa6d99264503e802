import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readMark } from '../task.ts'
import { TaskListPage } from './list-tasks.page.tsx'
import { listTasks } from './list-tasks.ts'

export const listTasksRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.tasks, { audience: 'staff', act: 'tasks.list' }, async (c) => {
    const asking = askingOf(c)
    const listed = await listTasks(deps, asking, readMark(c.req.query('efter')))
    if (!listed.ok) return refused(c, listed.error)
    const about = { title: 'Dina uppgifter', current: 'tasks' } as const
    return page(c, asking, about, () => <TaskListPage {...listed.value} />)
  })
