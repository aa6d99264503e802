import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readAnswerOther } from './answer-other.form.ts'
import { AnswerOtherPage } from './answer-other.page.tsx'
import { answerOther, openAnswerOther } from './answer-other.ts'

export const answerOtherRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.lead.answer,
    audience: 'staff',
    opens: 'lead.open-answer',
    sends: 'lead.answer',
    title: 'Barnets bästa-ansvarig',
    open: (asking, c) => openAnswerOther(deps, asking, idIn(c, 'requestId')),
    send: (asking, form, c) => answerOther(deps, asking, idIn(c, 'requestId'), readAnswerOther(form)),
    show: (now, state) => <AnswerOtherPage {...now} {...state} />,
  })
