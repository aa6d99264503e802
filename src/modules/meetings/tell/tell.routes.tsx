import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { TellPage } from './tell.page.tsx'
import { noteTold, openTell } from './tell.ts'

export function tellRoutes(routes: Routes, deps: Deps): Routes {
  return routes
    .get(paths.meeting.told, { audience: 'staff', act: 'meeting.open-told' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openTell(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      return page(c, asking, { title: 'Berätta för barnet', current: 'tasks' }, (viewer) => (
        <TellPage {...opened.value} viewer={viewer} />
      ))
    })
    .post(paths.meeting.told, { audience: 'staff', act: 'meeting.told-child' }, async (c) => {
      const { typed } = await readForm(c)
      const asking = askingOfChild(c, typed)
      const told = await noteTold(deps, asking)
      return told.ok ? c.redirect(paths.tasks.to({}), 303) : refused(c, told.error)
    })
}
