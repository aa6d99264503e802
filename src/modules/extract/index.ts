import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { askRoutes } from './ask/ask.routes.tsx'
import { reviewExtractRoutes } from './review/review-extract.routes.tsx'

/** What is written about a child, for its family, when somebody has looked through it. */
export const extractRoutes = (deps: Deps): Routes =>
  reviewExtractRoutes(askRoutes(new Routes('extract'), deps), deps)
