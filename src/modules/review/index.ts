import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { reviewLineRoutes } from './line/review-line.routes.tsx'
import { listLinesRoutes } from './list/list-lines.routes.tsx'

/** A second look at what the log says: alarms, what a rule has found, and a random sample. */
export const reviewRoutes = (deps: Deps): Routes =>
  reviewLineRoutes(listLinesRoutes(new Routes('review'), deps), deps)
