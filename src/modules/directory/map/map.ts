import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { leadsProcess } from '../directory-store.ts'
import { mayReadMap } from '../entry-policy.ts'
import type { OnMap, Place, Wanted } from '../map.ts'
import { countPlaces, listMissing } from '../map-store.ts'

export type CountyMap = { places: readonly Place[]; found: readonly OnMap[]; total: number; size: number }

const size = 50

/** How far the county has come in telling who does what, and where something is missing. */
export const showMap = (
  deps: Deps,
  asking: Asking,
  wanted: Wanted,
): Promise<Result<CountyMap, Hidden | Misplaced>> =>
  audited(deps, 'directory.map', asking, async (work): Promise<Result<CountyMap, Hidden>> => {
    if (!mayReadMap({ leadsProcess: await leadsProcess(work) })) return refuse.notAllowed()
    const [places, missing] = await Promise.all([countPlaces(work), listMissing(work, wanted, size)])
    return ok({ places, ...missing, size })
  })
