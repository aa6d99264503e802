import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readAnswer } from './answer-objection.form.ts'
import { AnswerObjectionPage } from './answer-objection.page.tsx'
import { answerObjection, openAnswer } from './answer-objection.ts'

export const answerObjectionRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.objection.answer,
    audience: 'staff',
    opens: 'objection.open',
    sends: 'objection.answer',
    title: 'Svara familjen',
    open: (asking, c) => openAnswer(deps, asking, idIn(c, 'objectionId')),
    send: (asking, form, c) => answerObjection(deps, asking, idIn(c, 'objectionId'), readAnswer(form)),
    show: (now, state) => <AnswerObjectionPage {...now} {...state} />,
  })
