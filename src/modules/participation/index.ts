import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { answerRoutes } from './answer/answer.routes.tsx'
import { countRoutes } from './count/count.routes.tsx'

export { CountPapers, HowItWas } from './how-it-was.parts.tsx'
export type { Occasion } from './participation.ts'
export { listOccasions } from './participation-store.ts'
export { slipOnPaper } from './slip.parts.tsx'

export const participationRoutes = (deps: Deps): Routes =>
  countRoutes(answerRoutes(new Routes('participation'), deps), deps)
