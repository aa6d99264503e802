import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { givePaperRoutes } from './give-paper/give-paper.routes.tsx'
import { keptRoutes } from './kept/kept.routes.tsx'
import { offerRoutes } from './offer/offer.routes.tsx'
import { prepareRoutes } from './prepare/prepare.routes.tsx'
import { showHandoverRoutes } from './show/show-handover.routes.tsx'
import { showPaperRoutes } from './show-paper/show-paper.routes.tsx'

export { runLapse } from './lapse/run-lapse.ts'
export { runTransitions } from './transition/run-transitions.ts'

export const handoverRoutes = (deps: Deps): Routes =>
  [prepareRoutes, offerRoutes, showHandoverRoutes, givePaperRoutes, showPaperRoutes, keptRoutes].reduce(
    (routes, add) => add(routes, deps),
    new Routes('handover'),
  )
