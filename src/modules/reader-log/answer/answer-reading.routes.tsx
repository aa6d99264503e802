import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readAnswer } from './answer-reading.form.ts'
import { AnswerReadingPage } from './answer-reading.page.tsx'
import { answerReading, openQuestion } from './answer-reading.ts'

export const answerReadingRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.readerLog.answer,
    audience: 'staff',
    opens: 'reader-log.open-question',
    sends: 'reader-log.answer',
    title: 'Fråga om vem som har läst',
    open: (asking, c) => openQuestion(deps, asking, idIn(c, 'questionId')),
    send: (asking, form, c) => answerReading(deps, asking, idIn(c, 'questionId'), readAnswer(form)),
    show: (now, state) => <AnswerReadingPage {...now} {...state} />,
  })
