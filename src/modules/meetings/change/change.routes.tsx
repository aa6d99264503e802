import { askingOfChild, idIn } from '#shared/asking.ts'
import { swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readChange } from './change.form.ts'
import { asItStands, ChangePage } from './change.page.tsx'
import { changeMeeting, openChange } from './change.ts'

const about = { title: 'Ändra mötet', current: 'tasks' } as const

export function changeRoutes(routes: Routes, deps: Deps): Routes {
  return routes
    .get(paths.meeting.change, { audience: 'staff', act: 'meeting.open-change' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openChange(deps, asking, idIn(c, 'meetingId'))
      if (!opened.ok) return refused(c, opened.error)
      const content = { ...opened.value, today: swedishDay(deps.now()), typed: asItStands(opened.value) }
      return page(c, asking, about, (viewer) => <ChangePage {...content} viewer={viewer} />)
    })
    .post(paths.meeting.change, { audience: 'staff', act: 'meeting.change' }, async (c) => {
      const form = await readForm(c)
      const asking = askingOfChild(c, form.typed)
      const meetingId = idIn(c, 'meetingId')
      const changed = await changeMeeting(deps, asking, meetingId, readChange(form))
      if (changed.ok) return c.redirect(paths.meeting.show.to({ childId: asking.childId, meetingId }), 303)
      const { error } = changed
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const conflict = error.kind === 'conflict'
      const errors = error.kind === 'invalid' ? error.errors : {}
      const content = { ...error.now, today: swedishDay(deps.now()), typed: form.typed, errors, conflict }
      return page(
        c,
        asking,
        about,
        (viewer) => <ChangePage {...content} viewer={viewer} />,
        conflict ? 409 : 422,
      )
    })
}
