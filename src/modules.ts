import { familyRoutes } from '#modules/family'
import { noticingRoutes } from '#modules/noticing'
import type { Deps } from '#shared/db.ts'
import type { Routes } from '#shared/routes.ts'
import type { AppOptions } from './app.tsx'

/** The modules that have pages, in the order of the process. */
export const modules: readonly ((deps: Deps, options: AppOptions) => Routes)[] = [noticingRoutes, familyRoutes]
