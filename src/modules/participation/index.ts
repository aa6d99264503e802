import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { answerRoutes } from './answer/answer.routes.tsx'

export { HowItWas } from './how-it-was.parts.tsx'
export type { Occasion } from './participation.ts'
export { listOccasions } from './participation-store.ts'

export const participationRoutes = (deps: Deps): Routes => answerRoutes(new Routes('participation'), deps)
