import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { readChildsAnswer } from './childs-reading.form.ts'
import { ChildsReadingPage } from './childs-reading.page.tsx'
import { answerAsChild, openChildsReading } from './childs-reading.ts'

const about = {
  title: message('Min sida'),
  kind: 'child',
  current: 'children',
  translated: true,
} as const
const thanks = 'tack'
/** The action that the child chose to answer about. */
const chosen = 'fraga'

export const childsReadingRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.plan.childsReading, { audience: 'signed-in', act: 'plan.childs-reading' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openChildsReading(deps, asking, c.req.query(chosen))
      if (!opened.ok) return refused(c, opened.error)
      const more = { submission: deps.newId(), thanked: c.req.query(thanks) !== undefined }
      return page(c, asking, about, (viewer) => (
        <ChildsReadingPage {...opened.value} {...more} viewer={viewer} />
      ))
    })
    .post(paths.plan.childsReading, { audience: 'family', act: 'plan.child-answers' }, async (c) => {
      const form = await readForm(c)
      const asking = askingOfChild(c, form.typed)
      const answered = await answerAsChild(deps, asking, readChildsAnswer(form))
      if (answered.ok) return c.redirect(`${paths.plan.childsReading.to(asking)}?${thanks}`, 303)
      const { error } = answered
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const more = { submission: deps.newId(), thanked: false }
      return page(
        c,
        asking,
        about,
        (viewer) => <ChildsReadingPage {...error.now} {...more} viewer={viewer} />,
        422,
      )
    })
