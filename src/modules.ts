import { absenceRoutes } from '#modules/absence'
import { administrationRoutes } from '#modules/administration'
import { auditRoutes } from '#modules/audit'
import { brightRoutes } from '#modules/bright'
import { childrenRoutes } from '#modules/children'
import { childsDoorRoutes } from '#modules/childs-door'
import { consultationRoutes } from '#modules/consultation'
import { directoryRoutes } from '#modules/directory'
import { extractRoutes } from '#modules/extract'
import { familyRoutes } from '#modules/family'
import { handoverRoutes } from '#modules/handover'
import { identityRoutes } from '#modules/identity'
import { interopRoutes } from '#modules/interop'
import { knowledgeRoutes } from '#modules/knowledge'
import { meetingsRoutes } from '#modules/meetings'
import { noticingRoutes } from '#modules/noticing'
import { objectionRoutes } from '#modules/objections'
import { participationRoutes } from '#modules/participation'
import { particularsRoutes } from '#modules/particulars'
import { findContacts, planRoutes } from '#modules/plans'
import { protectionRoutes } from '#modules/protection'
import { readerLogRoutes } from '#modules/reader-log'
import { registerRoutes } from '#modules/register'
import { responsibilityRoutes } from '#modules/responsibility'
import { reviewRoutes } from '#modules/review'
import { scimRoutes } from '#modules/scim'
import { findFamilyShare, sharingRoutes } from '#modules/sharing'
import { storyRoutes } from '#modules/story'
import { supportRoutes } from '#modules/support'
import { tasksRoutes } from '#modules/tasks'
import { timelineRoutes } from '#modules/timeline'
import { wheelRoutes } from '#modules/wheel'
import type { Deps } from '#shared/db.ts'
import type { Routes } from '#shared/routes.ts'
import type { AppOptions } from './app.tsx'

/** The modules that have pages, in the order of the process. */
export const modules: readonly ((deps: Deps, options: AppOptions) => Routes)[] = [
  identityRoutes,
  knowledgeRoutes,
  directoryRoutes,
  consultationRoutes,
  tasksRoutes,
  absenceRoutes,
  (deps) => childrenRoutes(deps, { contactsOf: findContacts, shareOf: findFamilyShare }),
  childsDoorRoutes,
  noticingRoutes,
  familyRoutes,
  interopRoutes,
  particularsRoutes,
  protectionRoutes,
  timelineRoutes,
  wheelRoutes,
  supportRoutes,
  handoverRoutes,
  responsibilityRoutes,
  sharingRoutes,
  readerLogRoutes,
  planRoutes,
  brightRoutes,
  meetingsRoutes,
  participationRoutes,
  objectionRoutes,
  reviewRoutes,
  registerRoutes,
  extractRoutes,
  storyRoutes,
  administrationRoutes,
  scimRoutes,
  auditRoutes,
]
