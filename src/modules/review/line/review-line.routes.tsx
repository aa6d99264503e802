import { askingOf, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readReview } from './review-line.form.ts'
import { ReviewedPage, ReviewLinePage } from './review-line.page.tsx'
import { openLine, reviewLine } from './review-line.ts'

const about = { title: 'Granska en rad' } as const

export const reviewLineRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.review.line, { audience: 'staff', act: 'review.open-line' }, async (c) => {
      const asking = askingOf(c)
      const opened = await openLine(deps, asking, idIn(c, 'lineId'))
      if (!opened.ok) return refused(c, opened.error)
      const submission = deps.newId()
      return page(c, asking, about, (viewer) => (
        <ReviewLinePage {...opened.value} {...{ viewer, submission }} />
      ))
    })
    .post(paths.review.line, { audience: 'staff', act: 'review.decide' }, async (c) => {
      const form = await readForm(c)
      const { typed } = form
      const asking = askingOf(c, typed)
      const sent = await reviewLine(deps, asking, idIn(c, 'lineId'), readReview(form))
      if (sent.ok) return c.redirect(paths.review.list.to({}), 303)
      const { error } = sent
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const { now } = error
      if ('found' in now) return page(c, asking, about, () => <ReviewedPage {...now} typed={typed} />, 409)
      const errors = error.kind === 'invalid' ? error.errors : {}
      const back = { submission: one(typed, 'submission') || deps.newId(), typed, errors }
      return page(c, asking, about, (viewer) => <ReviewLinePage {...now} {...{ viewer, ...back }} />, 422)
    })
