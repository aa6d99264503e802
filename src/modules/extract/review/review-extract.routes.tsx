import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { ReviewExtractPage } from './review-extract.page.tsx'
import { answerReview, openReview } from './review-extract.ts'

export const reviewExtractRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.extract.review,
    audience: 'staff',
    opens: 'extract.open-review',
    sends: 'extract.answer',
    title: 'Gå igenom ett registerutdrag',
    open: (asking, c) => openReview(deps, asking, idIn(c, 'requestId')),
    send: (asking, form, c) => answerReview(deps, asking, idIn(c, 'requestId'), form),
    show: (now, state) => <ReviewExtractPage {...now} {...state} />,
  })
