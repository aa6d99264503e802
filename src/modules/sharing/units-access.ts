import type { Work } from '#modules/audit'
import { listUnits, type Unit } from '#modules/organisations'
import { askable } from './units.ts'

/** The units that the family can be asked about, in these municipalities or in all of the county. */
export const listAskable = async (work: Work, municipalities?: readonly string[]): Promise<Unit[]> =>
  askable(await listUnits(work, municipalities), work.actor.secrecyUnitId)
