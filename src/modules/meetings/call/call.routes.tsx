import { askingOfChild } from '#shared/asking.ts'
import { swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readCall } from './call.form.ts'
import { CallPage, proposed } from './call.page.tsx'
import { call, openCall } from './call.ts'

const about = { title: 'Bjud in till samverkansmöte', current: 'tasks' } as const

export function callRoutes(routes: Routes, deps: Deps): Routes {
  return routes
    .get(paths.meeting.call, { audience: 'staff', act: 'meeting.open-call' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openCall(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      const today = swedishDay(deps.now())
      const content = {
        ...opened.value,
        today,
        submission: deps.newId(),
        typed: proposed(opened.value, today),
      }
      return page(c, asking, about, (viewer) => <CallPage {...content} viewer={viewer} />)
    })
    .post(paths.meeting.call, { audience: 'staff', act: 'meeting.call' }, async (c) => {
      const form = await readForm(c)
      const asking = askingOfChild(c, form.typed)
      const called = await call(deps, asking, readCall(form))
      if (called.ok) {
        const { meetingId, withSiblings } = called.value
        const to = withSiblings ? paths.meeting.siblings : paths.meeting.show
        return c.redirect(to.to({ childId: asking.childId, meetingId }), 303)
      }
      const { error } = called
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const errors = error.kind === 'invalid' ? error.errors : {}
      const submission = one(form.typed, 'submission') || deps.newId()
      const today = swedishDay(deps.now())
      const content = { ...error.now, today, submission, typed: form.typed, errors }
      return page(c, asking, about, (viewer) => <CallPage {...content} viewer={viewer} />, 422)
    })
}
