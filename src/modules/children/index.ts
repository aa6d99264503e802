import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { listChildrenRoutes } from './list-children/list-children.routes.tsx'
import { showChildRoutes } from './show-child/show-child.routes.tsx'
import type { FromOthers } from './show-child/show-child.ts'

export {
  ageText,
  type Child,
  isGrownUp,
  type KnownChild,
  type Relation,
  type Standing,
} from './child.ts'
export { openChild } from './child-access.ts'
export {
  childOf,
  findIdentity,
  findMerged,
  type Identity,
  identityPlace,
  isTold,
  knownToFamily,
  lookAmongAll,
  lookAtOne,
  numberPlace,
  veilWhatLeaves,
} from './child-store.ts'
export { ChildsWays } from './childs-ways.parts.tsx'
export type { FamilyShare } from './show-child/show-child.ts'

export const childrenRoutes = (deps: Deps, others: FromOthers): Routes =>
  showChildRoutes(listChildrenRoutes(new Routes('children'), deps), deps, others)
