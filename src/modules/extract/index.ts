import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { aboutMeRoutes } from './about-me/about-me.routes.tsx'
import { askRoutes } from './ask/ask.routes.tsx'
import { reviewExtractRoutes } from './review/review-extract.routes.tsx'

/** What is written about a child, for its family, when somebody has looked through it; and what there is about oneself. */
export const extractRoutes = (deps: Deps): Routes =>
  [askRoutes, reviewExtractRoutes, aboutMeRoutes].reduce(
    (routes, add) => add(routes, deps),
    new Routes('extract'),
  )
