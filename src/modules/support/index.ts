import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { followSupportRoutes } from './follow-support/follow-support.routes.tsx'
import { startSupportRoutes } from './start-support/start-support.routes.tsx'

/** The fixed address before the one with an id in the same place. */
export const supportRoutes = (deps: Deps): Routes =>
  followSupportRoutes(startSupportRoutes(new Routes('support'), deps), deps)
