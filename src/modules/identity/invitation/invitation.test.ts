import { beforeEach, describe, expect, it } from 'vitest'
import { hashOf } from '#shared/asking.ts'
import { appointed, furuskolansAuthority } from '#test/arrange-organisation.ts'
import { admin, deps, engagementOf, id, inHours, noon, setClock, world } from '#test/world.ts'
import type { Issuer } from '../issuer.ts'
import { signIn } from '../sign-in/sign-in.ts'

const asking = { session: 'x', childId: undefined, requestId: id('a request'), madeUnder: undefined }
const issuerOf = (kind: Issuer['kind']): Issuer => ({
  id: `issuer-of-${kind}`,
  kind,
  name: 'Inloggning',
  issuerUrl: 'http://localhost',
  clientId: 'kronobarn',
  signedWith: 'RS256',
  acr: [],
})
const code = 'the code in the link'
const comes = (subject: string, invitation?: string, kind: Issuer['kind'] = 'staff') =>
  signIn(deps, asking, issuerOf(kind), { ok: true, value: { subject, ageSeconds: 0 } }, { invitation })
const identities = () => admin.selectFrom('identity').select(['subject', 'person_id']).execute()

/** Petra is new at Furuskolan and has a link. */
async function invited() {
  await world()
  await appointed('maja')
  await admin
    .insertInto('invitation')
    .values({
      id: id('an invitation'),
      authority_id: furuskolansAuthority,
      engagement_id: engagementOf('petra'),
      code_hash: hashOf(code),
      made_by: id('maja'),
      made_at: noon,
      expires_at: inHours(24 * 14),
    })
    .execute()
}

describe('whoever has a link', () => {
  beforeEach(invited)

  it('is known from the first sign-in on, and the link is spent', async () => {
    expect((await comes('petra-ek')).ok).toBe(false)
    expect((await comes('petra-ek', 'another code')).ok).toBe(false)
    expect((await comes('petra-ek', code, 'family')).ok).toBe(false)
    expect((await comes('petra-ek', code)).ok).toBe(true)
    expect(await identities()).toEqual([{ subject: 'petra-ek', person_id: id('petra') }])
    expect((await comes('somebody-else', code)).ok).toBe(false)
    expect((await comes('petra-ek')).ok).toBe(true)
  })

  it('is too late after fourteen days', async () => {
    setClock(inHours(24 * 14 + 1))
    expect((await comes('petra-ek', code)).ok).toBe(false)
    expect(await identities()).toEqual([])
  })

  it('and works somewhere else already stays one person', async () => {
    await admin
      .insertInto('identity')
      .values({ issuer: 'issuer-of-staff', subject: 'eva-nord', person_id: id('eva') })
      .execute()
    expect((await comes('eva-nord', code)).ok).toBe(true)
    const works = await admin
      .selectFrom('engagement')
      .select('unit_id')
      .where('person_id', '=', id('eva'))
      .execute()
    expect(works.map((row) => row.unit_id).toSorted()).toEqual(
      [id('furuskolan'), id('lillaskolan')].toSorted(),
    )
  })
})
