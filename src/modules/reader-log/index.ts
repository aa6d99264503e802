import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { answerReadingRoutes } from './answer/answer-reading.routes.tsx'
import { holdReadingsRoutes } from './hold/hold-readings.routes.tsx'
import { showLogRoutes } from './show/show-log.routes.tsx'

export { findMyQuestions } from './reader-log-store.ts'
export { findAllReadings, type Read, readInWords } from './show/all-readings.ts'

/** Who has read about the child: for the family, and for the units that answer for what they have read. */
export const readerLogRoutes = (deps: Deps): Routes =>
  [showLogRoutes, answerReadingRoutes, holdReadingsRoutes].reduce(
    (routes, add) => add(routes, deps),
    new Routes('reader-log'),
  )
