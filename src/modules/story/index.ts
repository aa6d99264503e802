import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { showStoryRoutes } from './show-story/show-story.routes.tsx'

/** What is kept of a child, told to itself when it is grown. */
export const storyRoutes = (deps: Deps): Routes => showStoryRoutes(new Routes('story'), deps)
