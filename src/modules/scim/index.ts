import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { aboutRoutes } from './about/about.routes.ts'
import { userRoutes } from './users/users.routes.ts'

/** An organisation's own directory keeps its people (SCIM 2.0). It meets no pages, and nothing here is about a child. */
export const scimRoutes = (deps: Deps): Routes => userRoutes(aboutRoutes(new Routes('scim')), deps)
