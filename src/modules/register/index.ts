import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { entriesRoutes } from './entries/entries.routes.tsx'

/** What an organisation has given and received, for whoever looks after its register. */
export const registerRoutes = (deps: Deps): Routes => entriesRoutes(new Routes('register'), deps)
