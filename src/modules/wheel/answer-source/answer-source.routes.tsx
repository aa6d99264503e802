import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { type FormOf, formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { readAnswer } from './answer-source.form.ts'
import { QuestionPage } from './answer-source.page.tsx'
import { answerIsRead, answerQuestion, noteAnswer, openQuestion, type QuestionView } from './answer-source.ts'

export function answerSourceRoutes(routes: Routes, deps: Deps): Routes {
  const question = {
    audience: 'staff',
    opens: 'wheel.open-question',
    title: 'Fråga',
    open: (asking, c) => openQuestion(deps, asking, idIn(c, 'itemId')),
    show: (now, state) => <QuestionPage {...now} {...state} />,
  } satisfies Partial<FormOf<QuestionView>>
  formAboutChild(routes, deps, {
    ...question,
    path: paths.wheel.answer,
    sends: 'wheel.answer-question',
    send: (asking, form, c) => answerQuestion(deps, asking, idIn(c, 'itemId'), readAnswer(form)),
  })
  return formAboutChild(routes, deps, {
    ...question,
    path: paths.wheel.byTelephone,
    sends: 'wheel.note-answer',
    send: (asking, form, c) => noteAnswer(deps, asking, idIn(c, 'itemId'), readAnswer(form)),
  }).post(paths.wheel.answerRead, { audience: 'staff', act: 'wheel.read-answer' }, async (c) => {
    const { typed } = await readForm(c)
    const read = await answerIsRead(deps, askingOfChild(c, typed), idIn(c, 'itemId'))
    return read.ok ? c.redirect(read.value, 303) : refused(c, read.error)
  })
}
