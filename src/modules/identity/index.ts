import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { againRoutes } from './again/again.routes.tsx'
import { draftRoutes } from './drafts/drafts.routes.tsx'
import { invitationRoutes } from './invitation/invitation.routes.tsx'
import type { Issuer } from './issuer.ts'
import { languageRoutes } from './language/language.routes.tsx'
import { manyChildrenRoutes } from './many-children/many-children.routes.tsx'
import { sessionRoutes } from './sessions/sessions.routes.tsx'
import { signInRoutes } from './sign-in/sign-in.routes.tsx'
import type { Recheck } from './sign-in/sign-in.ts'
import type { Situation } from './start/demo-start.page.tsx'
import { startRoutes } from './start/start.routes.tsx'
import { undertakingRoutes } from './undertaking/undertaking.routes.tsx'
import { unitRoutes } from './unit/unit.routes.tsx'

export { keepWritten } from './drafts/drafts.ts'
export { type Issuer, issuerSchema } from './issuer.ts'
export { giveSession } from './sessions/cookies.ts'
export { findSignIns } from './sessions/sessions.ts'
export { LastSignIn, UnusualSignIn } from './sign-ins.parts.tsx'
export type { EarlierSignIns } from './sign-ins.ts'
export type { Situation } from './start/demo-start.page.tsx'

type Options = {
  demo: boolean
  situations?: readonly Situation[]
  signIn?: { origin: string; issuers: readonly Issuer[]; recheck?: Recheck }
}

const nobody: { origin: string; issuers: readonly Issuer[] } = { origin: 'http://localhost', issuers: [] }

export function identityRoutes(deps: Deps, { demo, situations = [], signIn = nobody }: Options): Routes {
  const routes = new Routes('identity')
  startRoutes(routes, deps, demo ? situations : undefined)
  signInRoutes(routes, deps, { ...signIn, demo })
  invitationRoutes(routes, signIn.issuers)
  againRoutes(routes, deps, signIn.issuers)
  manyChildrenRoutes(routes, deps)
  sessionRoutes(routes, deps)
  languageRoutes(routes, deps)
  unitRoutes(routes, deps)
  undertakingRoutes(routes, deps)
  return draftRoutes(routes, deps)
}
