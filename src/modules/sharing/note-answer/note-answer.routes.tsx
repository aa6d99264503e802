import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { readNote } from './note-answer.form.ts'
import { NoteAnswerPage } from './note-answer.page.tsx'
import { noteAnswer, openNote } from './note-answer.ts'

const preset = (c: WebContext) => ({ consentId: idIn(c, 'consentId'), signerId: c.req.query('vem') })

export const noteAnswerRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.sharing.noteAnswer,
    audience: 'staff',
    opens: 'consent.open-note',
    sends: 'consent.note',
    title: 'Notera ett svar',
    open: (asking, c) => openNote(deps, asking, preset(c)),
    send: (asking, form, c) =>
      noteAnswer(deps, asking, preset(c), (sheet, today) => readNote(form, sheet, today)),
    show: (now, state) => <NoteAnswerPage {...now} {...state} />,
  })
