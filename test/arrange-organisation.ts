import { admin, engagementOf, id } from '#test/world.ts'

type Kind = 'local_administrator' | 'fallback_lead' | 'process_leader'
type AtFuruskolan = 'maja' | 'stig' | 'petra'
export const furuskolansAuthority = id('authority furuskolan')

/** Somebody at Furuskolan does this for its organisation. */
export const appointed = (person: AtFuruskolan, kind: Kind = 'local_administrator') =>
  admin
    .insertInto('authority_function')
    .values({
      authority_id: furuskolansAuthority,
      kind,
      engagement_id: engagementOf(person),
      valid_from: '2026-01-01',
    })
    .execute()
