import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm, type Typed } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readNote } from './note-answer.form.ts'
import { NoteAnswerPage } from './note-answer.page.tsx'
import { noteAnswer, openNote } from './note-answer.ts'

const about = { title: 'Notera ett svar', current: 'children' } as const
const asked = (c: WebContext, typed?: Typed) => ({
  ...askingOfChild(c, typed),
  consentId: idIn(c, 'consentId'),
})

export const noteAnswerRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.sharing.noteAnswer, { audience: 'staff', act: 'consent.open-note' }, async (c) => {
      const asking = asked(c)
      const opened = await openNote(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      const content = { ...opened.value, submission: deps.newId(), signerId: c.req.query('vem') }
      return page(c, asking, about, (viewer) => <NoteAnswerPage {...content} viewer={viewer} />)
    })
    .post(paths.sharing.noteAnswer, { audience: 'staff', act: 'consent.note' }, async (c) => {
      const form = await readForm(c)
      const asking = asked(c, form.typed)
      const noted = await noteAnswer(deps, asking, (sheet, today) => readNote(form, sheet, today))
      if (noted.ok) return c.redirect(paths.sharing.consents.to({ childId: asking.childId }), 303)
      const { error } = noted
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const conflict = error.kind === 'conflict'
      const content = {
        ...error.now,
        submission: (!conflict && one(form.typed, 'submission')) || deps.newId(),
        signerId: undefined,
        typed: form.typed,
        errors: error.kind === 'invalid' ? error.errors : {},
        conflict,
      }
      const status = conflict ? 409 : 422
      return page(c, asking, about, (viewer) => <NoteAnswerPage {...content} viewer={viewer} />, status)
    })
