import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { Hidden, Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { AuthorityFunctionKind } from '#shared/schema.ts'
import type { Employee, KeptUnit, Organisation, Proposal } from '../administration.ts'
import { findByName, listFunctions, listKeptUnits } from '../administration-store.ts'
import { asAdministrator } from '../administrator-access.ts'
import { findKey, type Key } from '../key/key-store.ts'
import { listProposals } from '../proposal-store.ts'

export type Home = {
  organisation: Organisation
  units: readonly KeptUnit[]
  proposals: readonly Proposal[]
  functions: readonly { kind: AuthorityFunctionKind; engagementId: string; name: string }[]
  /** Whom the person looked for; undefined when nobody was looked for. */
  found: readonly Employee[] | undefined
  /** What the organisation's directory shows. */
  directoryKey: Key | undefined
}

/** The organisation's units, what waits for an answer, and whoever is looked for by name. */
export const showHome = (
  deps: Deps,
  asking: Asking,
  name: string,
): Promise<Result<Home, Hidden | Misplaced>> =>
  asAdministrator(deps, 'organisation.show', asking, async (work, organisation) => {
    const [units, proposals, functions, found, directoryKey] = await Promise.all([
      listKeptUnits(work, organisation.id),
      listProposals(work),
      listFunctions(work, organisation.id),
      name ? findByName(work, organisation.id, name) : undefined,
      findKey(work, organisation.id),
    ])
    return ok({ organisation, units, proposals, functions, found, directoryKey })
  })
