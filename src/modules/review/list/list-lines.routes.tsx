import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { LineListPage } from './list-lines.page.tsx'
import { drawWeeks, listLines } from './list-lines.ts'

export const listLinesRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.review.list, { audience: 'staff', act: 'review.list' }, async (c) => {
      const asking = askingOf(c)
      const list = await listLines(deps, asking)
      if (!list.ok) return refused(c, list.error)
      return page(c, asking, { title: 'Granska loggen' }, (viewer) => (
        <LineListPage {...list.value} viewer={viewer} />
      ))
    })
    .post(paths.review.draw, { audience: 'staff', act: 'review.draw' }, async (c) => {
      const { typed } = await readForm(c)
      const drawn = await drawWeeks(deps, askingOf(c, typed))
      return drawn.ok ? c.redirect(paths.review.list.to({}), 303) : refused(c, drawn.error)
    })
