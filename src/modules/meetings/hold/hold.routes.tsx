import { askingOfChild, idIn } from '#shared/asking.ts'
import { swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readNote } from './hold.form.ts'
import { NotesPage, writtenBefore } from './hold.page.tsx'
import { noteMeeting, openNotes } from './hold.ts'

const about = { title: 'Anteckna på mötet', current: 'tasks' } as const

/** Where the meeting leads. */
const nextPaths = {
  more: paths.meeting.hold,
  saved: paths.meeting.show,
  plan: paths.plan.start,
  own_support: paths.support.start,
  close: paths.close,
} as const

export function holdRoutes(routes: Routes, deps: Deps): Routes {
  return routes
    .get(paths.meeting.hold, { audience: 'staff', act: 'meeting.open-notes' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openNotes(deps, asking, idIn(c, 'meetingId'))
      if (!opened.ok) return refused(c, opened.error)
      const content = { ...opened.value, today: swedishDay(deps.now()), typed: writtenBefore(opened.value) }
      return page(c, asking, about, (viewer) => <NotesPage {...content} viewer={viewer} />)
    })
    .post(paths.meeting.hold, { audience: 'staff', act: 'meeting.note' }, async (c) => {
      const form = await readForm(c)
      const asking = askingOfChild(c, form.typed)
      const meetingId = idIn(c, 'meetingId')
      const input = readNote(form)
      const noted = await noteMeeting(deps, asking, meetingId, input)
      if (noted.ok) return c.redirect(nextPaths[noted.value].to({ childId: asking.childId, meetingId }), 303)
      const { error } = noted
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const conflict = error.kind === 'conflict'
      const content = {
        ...error.now,
        today: swedishDay(deps.now()),
        typed: form.typed,
        errors: error.kind === 'invalid' ? error.errors : {},
        mine: conflict && input.ok ? input.value.note : undefined,
      }
      return page(
        c,
        asking,
        about,
        (viewer) => <NotesPage {...content} viewer={viewer} />,
        conflict ? 409 : 422,
      )
    })
}
