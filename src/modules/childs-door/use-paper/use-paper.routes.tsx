import { giveSession } from '#modules/identity'
import { askingOf } from '#shared/asking.ts'
import { budgetPerMinute } from '#shared/budget.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { publicPage } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { codeIn } from '../paper.ts'
import { PaperOverPage, PaperWaitPage, UsePaperPage } from './use-paper.page.tsx'
import { usePaper } from './use-paper.ts'

const about = { title: message('Min sida'), kind: 'child', translated: true } as const
/** Of one code, and of all: enough for a county's children, and little for whoever guesses among 2⁶⁰. */
const triesAMinute = { each: 20, all: 300 }

/** The code comes in a form's body, so that it stands in no address, log or history. */
export function usePaperRoutes(routes: Routes, deps: Deps): Routes {
  const budget = budgetPerMinute(deps, 'meeting paper tried', triesAMinute)
  return routes
    .get(paths.childsDoor.code, { audience: 'public', act: null }, (c) =>
      publicPage(c, about, <UsePaperPage />),
    )
    .post(paths.childsDoor.code, { audience: 'public', act: 'meeting-paper.use' }, async (c) => {
      const { typed } = await readForm(c)
      const code = codeIn(one(typed, 'code'))
      if (!budget.take(code)) return publicPage(c, about, <PaperWaitPage />, 503)
      const used = await usePaper(deps, askingOf(c), code)
      if (!used.ok) return publicPage(c, about, <PaperOverPage />, 404)
      giveSession(c, used.value.token)
      c.header('Clear-Site-Data', '"cache"')
      return c.redirect(paths.childsDoor.home.to(used.value), 303)
    })
}
