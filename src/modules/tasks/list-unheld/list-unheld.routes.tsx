import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { UnheldPage } from './list-unheld.page.tsx'
import { openUnheld, readPlace } from './list-unheld.ts'

export const listUnheldRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.unheld, { audience: 'staff', act: 'tasks.list-unheld' }, async (c) => {
    const asking = askingOf(c)
    const listed = await openUnheld(deps, asking, readPlace(c.req.query('efter')))
    if (!listed.ok) return refused(c, listed.error)
    const about = { title: 'Det som ingen närvarande håller i', current: 'tasks' } as const
    return page(c, asking, about, () => <UnheldPage {...listed.value} />)
  })
