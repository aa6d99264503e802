import { budgetPerMinute } from '#shared/budget.ts'
import type { Deps } from '#shared/db.ts'
import { readForm, type Typed } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { publicPage } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { readLinkAnswer } from './answer-link.form.ts'
import { AnsweredPage, LetterPage, LinkOverPage, WaitPage } from './answer-link.page.tsx'
import { answerLetter, readLetter } from './answer-link.ts'

const title = message('En fråga till dig')
/** Of one link, and of all: enough for people, and little for whoever tries. */
const opensAMinute = { each: 20, all: 3000 }

const over = (c: WebContext, typed: Typed = {}) =>
  publicPage(
    c,
    { title: message('Länken går inte att använda'), translated: true },
    <LinkOverPage typed={typed} />,
    404,
  )
const wait = (c: WebContext, typed: Typed = {}) =>
  publicPage(c, { title: message('Vänta'), translated: true }, <WaitPage typed={typed} />, 503)
const codeIn = (c: WebContext) => c.req.param('code') ?? ''

/** For whoever holds a link. It sets no cookie and asks for none. */
export function answerLinkRoutes(routes: Routes, deps: Deps): Routes {
  const budget = budgetPerMinute(deps, 'answer link', opensAMinute)
  return routes
    .get(paths.answerLink.answered, { audience: 'public', act: null }, (c) =>
      publicPage(c, { title: message('Tack'), translated: true }, <AnsweredPage />),
    )
    .get(paths.answerLink.answer, { audience: 'public', act: 'answer-link.open' }, async (c) => {
      if (!budget.take(codeIn(c))) return wait(c)
      const letter = await readLetter(deps, c.get('requestId'), codeIn(c))
      return letter.ok
        ? publicPage(c, { title, translated: true }, <LetterPage letter={letter.value} />)
        : over(c)
    })
    .post(paths.answerLink.answer, { audience: 'public', act: 'answer-link.answer' }, async (c) => {
      const form = await readForm(c)
      if (!budget.take(codeIn(c))) return wait(c, form.typed)
      const sent = await answerLetter(deps, c.get('requestId'), codeIn(c), readLinkAnswer(form))
      if (sent.ok) return c.redirect(paths.answerLink.answered.to({}), 303)
      if (sent.error.kind === 'not-found') return over(c, form.typed)
      const { now, errors } = sent.error
      return publicPage(
        c,
        { title: message('Fel: En fråga till dig'), translated: true },
        <LetterPage letter={now} typed={form.typed} errors={errors} />,
        422,
      )
    })
}
