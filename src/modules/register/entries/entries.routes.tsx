import { z } from 'zod'
import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { cellsOf, csvOf, headings } from '../entry.ts'
import { RegisterPage } from './entries.page.tsx'
import { showRegister } from './entries.ts'

const yearOf = z.coerce.number().int().min(2000).max(2999).optional().catch(undefined)

export const entriesRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.register.list, { audience: 'staff', act: 'register.list' }, async (c) => {
      const asking = askingOf(c)
      const shown = await showRegister(deps, 'register.list', asking, yearOf.parse(c.req.query('ar')))
      if (!shown.ok) return refused(c, shown.error)
      return page(c, asking, { title: 'Diarium' }, () => <RegisterPage {...shown.value} />)
    })
    .get(paths.register.csv, { audience: 'staff', act: 'register.export' }, async (c) => {
      const asking = askingOf(c)
      const shown = await showRegister(deps, 'register.export', asking, yearOf.parse(c.req.query('ar')))
      if (!shown.ok) return refused(c, shown.error)
      const { entries, mark, year } = shown.value
      return c.body(csvOf([headings, ...entries.map((entry) => [...cellsOf(entry), mark])]), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="diarium-${year}.csv"`,
      })
    })
