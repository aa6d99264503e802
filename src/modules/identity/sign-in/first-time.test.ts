import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import { numbers, tellOfNora } from '#test/arrange-register.ts'
import { startFakeIssuer } from '#test/fake-issuer.ts'
import { registerHere } from '#test/register-here.ts'
import { nobodysNumber } from '#test/reviewers.ts'
import { signInWith } from '#test/sign-in.ts'
import { admin, as, id, lisa, world } from '#test/world.ts'

let op: Awaited<ReturnType<typeof startFakeIssuer>>
const register = await registerHere()
let saysId = ''
beforeAll(async () => {
  op = await startFakeIssuer('eid')
})
afterAll(() => op.stop())
/** The register says that Nora has custody of Lisa, and nobody has answered yet. */
beforeEach(async () => {
  await world()
  await openMatter()
  saysId = await tellOfNora(register)
})

const answers = (answer: 'yes' | 'no', more: object = {}) =>
  as('maja').post(paths.registerSays.to({ childId: lisa, saysId }), {
    ...{ answer, sameAs: 'ny', called: 'mamma', submission: id('nora') },
    ...more,
  })
const signsIn = (subject = 'nora', more: Partial<Parameters<typeof signInWith>[1]> = {}) =>
  signInWith(op, { kind: 'family', number: numbers.nora, subject, ...more })
const child = paths.child.to({ childId: lisa })
/** What the family sees of a matter that has begun, once they have been told. */
const begun = 'Vi har börjat ta reda på'
const known = () =>
  admin
    .selectFrom('identity')
    .select(['issuer', 'subject'])
    .where('person_id', '=', id('nora'))
    .orderBy('subject')
    .execute()

describe('a guardian of whom the register has told signs in for the first time', () => {
  it('before Maja has said yes, and after a no, nobody is known by that number', async () => {
    expect((await signsIn()).status).toBe(403)
    await answers('no', { note: 'Det är mormor' })
    expect((await signsIn()).status).toBe(403)
    expect(await known()).toEqual([])
  })

  it('after the yes Nora is let in with her own eID; when Maja has talked with her she finds Lisa, and nobody typed it again', async () => {
    await answers('yes')
    const first = await signsIn()
    expect([first.status, await known()]).toEqual([303, [{ issuer: 'eid', subject: 'nora' }]])
    expect(await (await first.get(child)).text()).not.toContain(begun)
    const talked = (who: string) => ({
      [`knows-${who}`]: 'told',
      [`on-${who}`]: '2026-11-24',
      [`way-${who}`]: 'telephone',
    })
    await as('maja').post(paths.family.talk.to({ childId: lisa }), {
      ...talked(id('nora')),
      ...talked(id('sara')),
      ...talked(id('jonas')),
    })
    const again = await signsIn()
    expect(await (await again.get(paths.children.to({}))).text()).toContain('Lisa Holmgren')
    expect(await (await again.get(child)).text()).toContain(begun)
  })

  it('she is known by what the issuer calls her from then on: another who comes with her number is not she', async () => {
    await answers('yes')
    await signsIn()
    expect((await signsIn('somebody else')).status).toBe(403)
    expect((await signsIn('nora', { number: undefined })).status).toBe(303)
    expect(await known()).toHaveLength(1)
  })

  it('twice at once she is one', async () => {
    await answers('yes')
    await Promise.allSettled([signsIn(), signsIn('another')])
    expect(await known()).toHaveLength(1)
  })

  it.each<[string, Partial<Parameters<typeof signInWith>[1]>]>([
    ['as staff', { kind: 'staff' }],
    ['with a number that is none', { number: '189001039801' }],
    ['with somebody else’s number', { number: nobodysNumber.replace('-', '') }],
    ['without a number', { number: undefined }],
  ])('nobody comes in %s', async (_, more) => {
    await answers('yes')
    expect([(await signsIn('nora', more)).status, await known()]).toEqual([403, []])
  })

  it.each([
    ['custody has ended', { valid_to: '2026-11-24' }],
    ['was written down by hand', { source: 'noterat: någon annan har sagt det' }],
  ])('one whose %s is not known by a number', async (_, change) => {
    await answers('yes')
    await admin.updateTable('guardianship').set(change).where('person_id', '=', id('nora')).execute()
    expect([(await signsIn()).status, await known()]).toEqual([403, []])
  })
})
