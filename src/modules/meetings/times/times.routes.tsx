import { z } from 'zod'
import { askingOf, nilId } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { TimesPage } from './times.page.tsx'
import { answerTime, listTimes } from './times.ts'

const holdId = z.uuid().catch(nilId)

export function timesRoutes(routes: Routes, deps: Deps): Routes {
  return routes
    .get(paths.meeting.holds, { audience: 'staff', act: 'times.list' }, async (c) => {
      const asking = askingOf(c)
      const listed = await listTimes(deps, asking)
      if (!listed.ok) return refused(c, listed.error)
      return page(c, asking, { title: 'Tider', current: 'tasks' }, (viewer) => (
        <TimesPage holds={listed.value} viewer={viewer} />
      ))
    })
    .post(paths.meeting.holds, { audience: 'staff', act: 'times.answer' }, async (c) => {
      const { typed } = await readForm(c)
      const asking = askingOf(c, typed)
      const answer = one(typed, 'answer') === 'ja'
      const answered = await answerTime(deps, asking, { id: holdId.parse(one(typed, 'hold')), answer })
      return answered.ok ? c.redirect(paths.meeting.holds.to({}), 303) : refused(c, answered.error)
    })
}
