import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { answerConsentRoutes } from './answer-consent/answer-consent.routes.tsx'
import { askConsentRoutes } from './ask-consent/ask-consent.routes.tsx'
import { consentsRoutes } from './consents/consents.routes.tsx'
import { endGrantRoutes } from './end-grant/end-grant.routes.tsx'
import { endingConsentsRoutes } from './ending-consents/ending-consents.routes.tsx'
import { explainRoutes } from './explain/explain.routes.tsx'
import { noteAnswerRoutes } from './note-answer/note-answer.routes.tsx'
import { openStatementsRoutes } from './open-statements/open-statements.routes.tsx'
import { takeLinkBackRoutes } from './take-link-back/take-link-back.routes.ts'
import { whoSeesRoutes } from './who-sees/who-sees.routes.tsx'

export { type Ending, findEnding } from './ending-store.ts'
export { findFamilyShare } from './family-share-access.ts'
export { readSharingTest } from './golden-rule.form.ts'
export { GroundFields, OneSentence } from './golden-rule.parts.tsx'
export { findPartyUnits } from './grant-store.ts'
export { letIn } from './let-in/let-in.ts'
export { type LinkTold, linkTold, linkToldPlace } from './link-told-store.ts'
export { shareItem } from './open-statements/share-item.ts'
export { findOwnAnswers, type OwnAnswers } from './own-answers-store.ts'
export {
  familyGround,
  mayBeOpened,
  type PartyUnit,
  partFor,
  type SharingTest,
} from './sharing.ts'
export { isShown } from './statement-store.ts'

/** Fixed addresses before those with an id in the same place. */
export { listAskable } from './units-access.ts'

export const sharingRoutes = (deps: Deps): Routes =>
  [
    askConsentRoutes,
    consentsRoutes,
    noteAnswerRoutes,
    answerConsentRoutes,
    endGrantRoutes,
    endingConsentsRoutes,
    explainRoutes,
    openStatementsRoutes,
    whoSeesRoutes,
    takeLinkBackRoutes,
  ].reduce((routes, add) => add(routes, deps), new Routes('sharing'))
