import { z } from 'zod'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { nonceBytes } from '#shared/keys.ts'

// A name that somebody looks for stands in no address, where it would be kept by browsers, proxies and the logs of both: the
// address holds it sealed, so that paging and the way back go on working. It opens in that session only.

const purpose = 'name search'
const searched = z.object({ name: z.string(), session: z.string() })

/** Part of a name. The database takes no nil character. */
export const wanted = (text = '') => text.replaceAll('\0', '').trim().slice(0, 100)

export const sealSearch = (
  { keys, randomBytes }: Pick<Deps, 'keys' | 'randomBytes'>,
  { session }: Asking,
  name: string,
): string => keys.sealForUs(purpose, JSON.stringify({ name, session }), randomBytes(nonceBytes))

/** The name; empty when nothing is looked for, or when it was somebody else's search. */
export function openSearch({ keys }: Pick<Deps, 'keys'>, { session }: Asking, sealed: string | undefined) {
  const text = sealed && keys.openForUs(purpose, sealed)
  const read = text ? searched.parse(JSON.parse(text)) : undefined
  return read?.session === session ? read.name : ''
}
