import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { type FormOf, formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { readEndLink, readTake } from '../take-answer/take-answer.form.ts'
import { takeAnswer, takeLinkBack } from '../take-answer/take-answer.ts'
import { readAnswer } from './answer-source.form.ts'
import { QuestionPage } from './answer-source.page.tsx'
import { answerIsRead, answerQuestion, noteAnswer, openQuestion, type QuestionView } from './answer-source.ts'

export function answerSourceRoutes(routes: Routes, deps: Deps): Routes {
  const question = {
    audience: 'staff',
    opens: 'wheel.open-question',
    title: 'Fråga',
    open: async (asking, c) => withAddress(await openQuestion(deps, asking, idIn(c, 'itemId')), c),
    show: (now, state) => <QuestionPage {...now} {...state} />,
  } satisfies Partial<FormOf<QuestionView>>
  formAboutChild(routes, deps, {
    ...question,
    path: paths.wheel.answer,
    sends: 'wheel.answer-question',
    send: (asking, form, c) => answerQuestion(deps, asking, idIn(c, 'itemId'), readAnswer(form)),
  })
  formAboutChild(routes, deps, {
    ...question,
    path: paths.wheel.takeAnswer,
    sends: 'wheel.take-answer',
    send: (asking, form, c) => takeAnswer(deps, asking, idIn(c, 'itemId'), readTake(form)),
  })
  routes.post(paths.wheel.endLink, { audience: 'staff', act: 'wheel.end-link' }, async (c) => {
    const form = await readForm(c)
    const asking = askingOfChild(c, form.typed)
    const ended = await takeLinkBack(deps, asking, idIn(c, 'itemId'), readEndLink(form))
    return ended.ok ? c.redirect(ended.value, 303) : refused(c, ended.error)
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

/** The whole address, to be given to somebody outside. */
function withAddress(opened: Awaited<ReturnType<typeof openQuestion>>, c: WebContext): typeof opened {
  if (!opened.ok || !opened.value.link?.address) return opened
  const { link } = opened.value
  const address = new URL(opened.value.link.address, c.req.url).href
  return { ok: true, value: { ...opened.value, link: { ...link, address } } }
}
