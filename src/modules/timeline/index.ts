import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { showTimelineRoutes } from './show-timeline/show-timeline.routes.tsx'

export type { PlanEvent } from './timeline.ts'
export { listEvents } from './timeline-store.ts'

export const timelineRoutes = (deps: Deps): Routes => showTimelineRoutes(new Routes('timeline'), deps)
