import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { answerRoutes } from './answer/answer.routes.tsx'

export { type RegisterSettings, registerAt, registerSettings } from './register/http-register.ts'
export type { PopulationRegister } from './register/post.ts'
export { runRegisterRecheck } from './register/recheck.ts'
export { checkAtSignIn, runRegisterCheck } from './register/register.ts'
export { runSchoolCheck, runWholeSchoolCheck } from './school/school.ts'
export { type SchoolSettings, schoolSettings, schoolsAt } from './school/source.ts'

export const interopRoutes = (deps: Deps): Routes => answerRoutes(new Routes('interop'), deps)
