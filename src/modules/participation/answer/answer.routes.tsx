import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { AnswerPage } from './answer.page.tsx'
import { answer, openAnswer } from './answer.ts'

export const answerRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.participation.answer,
    audience: 'signed-in',
    opens: 'participation.open',
    sends: 'participation.answer',
    title: message('Hur var det?'),
    translated: true,
    open: (asking, c) => openAnswer(deps, asking, idIn(c, 'occasionId')),
    send: (asking, form, c) => answer(deps, asking, idIn(c, 'occasionId'), form),
    show: (now, state) => <AnswerPage {...now} {...state} />,
  })
