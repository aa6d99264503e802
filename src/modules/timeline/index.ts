import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { showTimelineRoutes } from './show-timeline/show-timeline.routes.tsx'

export const timelineRoutes = (deps: Deps): Routes => showTimelineRoutes(new Routes('timeline'), deps)
