import { pageAsked } from '#modules/directory'
import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { ListPage } from './list.page.tsx'
import { listQuestions } from './list.ts'

export const listRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.consultation.list, { audience: 'staff', act: 'consultation.list' }, async (c) => {
    const asking = askingOf(c)
    const listed = await listQuestions(deps, asking, pageAsked(c.req.query('sida')))
    if (!listed.ok) return refused(c, listed.error)
    return page(c, asking, { title: 'Frågor utan namn' }, () => <ListPage {...listed.value} />)
  })
