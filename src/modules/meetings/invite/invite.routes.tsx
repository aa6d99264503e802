import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readInvite } from './invite.form.ts'
import { InvitePage, proposedParts } from './invite.page.tsx'
import { invite, openInvite } from './invite.ts'

const about = { title: 'Bjud in fler', current: 'tasks' } as const

export function inviteRoutes(routes: Routes, deps: Deps): Routes {
  return routes
    .get(paths.meeting.invite, { audience: 'staff', act: 'meeting.open-invite' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openInvite(deps, asking, idIn(c, 'meetingId'))
      if (!opened.ok) return refused(c, opened.error)
      const content = { ...opened.value, typed: proposedParts(opened.value) }
      return page(c, asking, about, (viewer) => <InvitePage {...content} viewer={viewer} />)
    })
    .post(paths.meeting.invite, { audience: 'staff', act: 'meeting.invite' }, async (c) => {
      const form = await readForm(c)
      const asking = askingOfChild(c, form.typed)
      const meetingId = idIn(c, 'meetingId')
      const invited = await invite(deps, asking, meetingId, readInvite(form))
      if (invited.ok) return c.redirect(paths.meeting.show.to({ childId: asking.childId, meetingId }), 303)
      const { error } = invited
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const errors = error.kind === 'invalid' ? error.errors : {}
      const content = { ...error.now, typed: form.typed, errors }
      return page(c, asking, about, (viewer) => <InvitePage {...content} viewer={viewer} />, 422)
    })
}
