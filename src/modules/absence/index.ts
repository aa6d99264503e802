import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { awayRoutes } from './away/away.routes.tsx'
import { rosterRoutes } from './roster/roster.routes.tsx'

export { PresenceLinks, PresenceNotes } from './presence.parts.tsx'
export { findPresence, type Presence } from './presence-store.ts'

/** Who is away, and when a unit is closed. */
export const absenceRoutes = (deps: Deps): Routes =>
  rosterRoutes(awayRoutes(new Routes('absence'), deps), deps)
