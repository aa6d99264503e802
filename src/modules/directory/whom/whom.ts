import { openly } from '#modules/audit'
import type { Deps } from '#shared/db.ts'
import type { UnitKind } from '#shared/schema.ts'
import { findContacts, findFirstKinds, findUnits } from '../directory-store.ts'
import type { Contact, DirectoryUnit } from '../entry.ts'

export type Whom = { municipality: string | undefined; age: number | undefined; page: number }
export type Turned = {
  units: readonly DirectoryUnit[]
  contacts: ReadonlyMap<string, readonly Contact[]>
  /** Where to begin. */
  first: readonly UnitKind[]
  total: number
  size: number
}

/** Enough for a municipality: the page is read from the top, and printed. */
const size = 40

/** Whom anybody may turn to; nothing before a municipality or an age is chosen. Nobody learns who looked. */
export function findWhom(deps: Deps, asked: Whom): Promise<Turned> | undefined {
  if (asked.municipality === undefined && asked.age === undefined) return undefined
  return openly(deps, async (work) => {
    const first = await findFirstKinds(work, asked.age)
    const wanted = { ...asked, words: '', first, told: true, size }
    const { units, total } = await findUnits(work, wanted, [])
    return { units, total, size, first, contacts: await findContacts(work, units) }
  })
}
