import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { noteRoutes } from './note/note.routes.tsx'

export { BrightMoments } from './bright.parts.tsx'
export { type Bright, hasNew } from './bright.ts'
export { findBright } from './bright-store.ts'

/** What went well, noted by anybody in the plan. */
export const brightRoutes = (deps: Deps): Routes => noteRoutes(new Routes('bright'), deps)
