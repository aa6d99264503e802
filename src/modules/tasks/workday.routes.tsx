import { z } from 'zod'
import { askingOf } from '#shared/asking.ts'
import { swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { DatesPage } from './dates/dates.page.tsx'
import { listDates } from './dates/dates.ts'
import { LoadPage } from './load/load.page.tsx'
import { showLoad } from './load/load.ts'
import { OthersPage } from './others/others.page.tsx'
import { listOthers } from './others/others.ts'
import { readMark } from './task.ts'

const pageNumber = z.coerce.number().int().min(1).max(1000).catch(1)

/** The working day beside one's own tasks: what waits for others, the days that come, and how a unit is doing. */
export const workdayRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.workday.others, { audience: 'staff', act: 'tasks.others' }, async (c) => {
      const asking = askingOf(c)
      const listed = await listOthers(deps, asking, readMark(c.req.query('efter')))
      if (!listed.ok) return refused(c, listed.error)
      const today = swedishDay(deps.now())
      const about = { title: 'Väntar på andra', current: 'tasks' } as const
      return page(c, asking, about, () => <OthersPage {...listed.value} today={today} />)
    })
    .get(paths.workday.dates, { audience: 'staff', act: 'tasks.dates' }, async (c) => {
      const asking = askingOf(c)
      const listed = await listDates(deps, asking, readMark(c.req.query('efter')))
      if (!listed.ok) return refused(c, listed.error)
      const about = { title: 'Nästa datum', current: 'tasks' } as const
      return page(c, asking, about, () => <DatesPage {...listed.value} />)
    })
    .get(paths.workday.load, { audience: 'staff', act: 'tasks.load' }, async (c) => {
      const asking = askingOf(c)
      const shown = await showLoad(deps, asking, pageNumber.parse(c.req.query('sida')))
      if (!shown.ok) return refused(c, shown.error)
      const about = { title: 'Så har arbetslaget det', current: 'tasks' } as const
      return page(c, asking, about, () => <LoadPage {...shown.value} />)
    })
