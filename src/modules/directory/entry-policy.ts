import type { Writes } from './entry.ts'

/**
 * Whoever holds one of the unit's functions, stands in or administers it keeps what it says; the county's process leader
 * proposes, until the unit has said something itself. The walls say the same.
 */
export const mayWriteEntry = ({ writes }: { writes: Writes | undefined }): boolean => writes !== undefined
/** When the unit answers is its own to say. */
export const mayOfferTimes = ({ writes }: { writes: Writes | undefined }): boolean => writes === 'keeps'
/** The county's map is for whoever looks after all of it. */
export const mayReadMap = ({ leadsProcess }: { leadsProcess: boolean }): boolean => leadsProcess
