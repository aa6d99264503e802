import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startFakeIssuer } from '#test/fake-issuer.ts'
import { signInWith } from '#test/sign-in.ts'
import { admin, deps, id, world } from '#test/world.ts'

const number = '189001019802'

let op: Awaited<ReturnType<typeof startFakeIssuer>>
beforeAll(async () => {
  op = await startFakeIssuer('eid')
})
afterAll(() => op.stop())
beforeEach(async () => {
  await world()
  await admin
    .insertInto('identity')
    .values({ issuer: 'eid', subject: 'maja', person_id: id('sara') })
    .execute()
})

/** Signs in with what the issuer tells; answers with what the register was asked, and how many had been let in when it was. */
async function signIn(kind: 'family' | 'staff', told: string | undefined, level?: string) {
  const asked: [string, number][] = []
  const recheck = async (about: string) => {
    const sessions = await admin.selectFrom('session').select('id').where('issuer', '=', 'eid').execute()
    asked.push([about, sessions.length])
  }
  const { scope } = await signInWith(op, { kind, number: told, level, recheck })
  return { asked, scope }
}
const kept = () => admin.selectFrom('person_number').selectAll().execute()

it('Sara’s number is asked about in the register before she can do anything, and is kept as a keyed hash only', async () => {
  expect(await signIn('family', number)).toEqual({
    asked: [[number, 1]],
    scope: 'openid https://id.oidc.se/scope/naturalPersonNumber',
  })
  expect(await kept()).toEqual([{ hash: deps.keys.hash('identifier', number), person_id: id('sara') }])
})

it.each([
  ['staff', number],
  ['family', '189001019803'],
  ['family', undefined],
] as const)('as %s with %s nobody is asked about', async (kind, told) => {
  expect((await signIn(kind, told)).asked).toEqual([])
  expect(await kept()).toEqual([])
})

// From the numbers that Skatteverket keeps for tests, with sixty added to the day.
const coordination = '201701622381'

it.each([
  ['confirmed', true],
  ['probable', true],
  ['uncertain', false],
  [undefined, false],
] as const)('a coordination number that is %s speaks for Sara: %s', async (level, speaks) => {
  await signIn('family', coordination, level)
  expect((await kept()).length > 0).toBe(speaks)
})
