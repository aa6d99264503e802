import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { readAnswer } from './answer.form.ts'
import { AnswerPage, answeredBefore } from './answer.page.tsx'
import { answerInvitation, openAnswer } from './answer.ts'

const about = { title: message('Svara på inbjudan'), translated: true } as const

export function answerRoutes(routes: Routes, deps: Deps): Routes {
  return routes
    .get(paths.meeting.answer, { audience: 'signed-in', act: 'meeting.open-answer' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openAnswer(deps, asking, idIn(c, 'meetingId'), c.req.query('vem'))
      if (!opened.ok) return refused(c, opened.error)
      const content = { ...opened.value, submission: deps.newId(), typed: answeredBefore(opened.value) }
      return page(c, asking, about, (viewer) => <AnswerPage {...content} viewer={viewer} />)
    })
    .post(paths.meeting.answer, { audience: 'signed-in', act: 'meeting.answer' }, async (c) => {
      const form = await readForm(c)
      const asking = askingOfChild(c, form.typed)
      const meetingId = idIn(c, 'meetingId')
      const partyId = one(form.typed, 'party') || undefined
      const answered = await answerInvitation(deps, asking, meetingId, partyId, readAnswer(form))
      if (answered.ok) {
        const isOnPaper = asking.actor?.paperMeetingId !== undefined
        const there = (isOnPaper ? paths.childsDoor.home : paths.meeting.show).to({ ...asking, meetingId })
        return c.redirect(answered.value === 'sent' ? `${there}?skickat` : there, 303)
      }
      const { error } = answered
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const conflict = error.kind === 'conflict'
      const errors = error.kind === 'invalid' ? error.errors : {}
      const submission = one(form.typed, 'submission') || deps.newId()
      const content = { ...error.now, submission, typed: form.typed, errors, conflict }
      return page(
        c,
        asking,
        about,
        (viewer) => <AnswerPage {...content} viewer={viewer} />,
        conflict ? 409 : 422,
      )
    })
}
