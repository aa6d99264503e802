import { beforeEach, describe, expect, it } from 'vitest'
import { registerAt, runRegisterCheck } from '#modules/interop'
import { paths } from '#shared/paths.ts'
import { markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { knowParents, numbers } from '#test/arrange-register.ts'
import { registerHere } from '#test/register-here.ts'
import { admin, as, deps, id, lisa, nils, noon, world } from '#test/world.ts'

// From Skatteverket's lists of numbers for tests: Lisa came with a coordination number, and has got a person number.
const coordination = '201701622381'
const hash = (number: string) => deps.keys.hash('identifier', number)

const register = await registerHere()
let sequence = 0
/** The register says of Lisa's old number that another has taken its place, and nothing more. */
const tells = (more: object = {}, at = noon.toISOString()) => {
  sequence += 1
  const post = {
    ...{ number: coordination, status: 'deregistered', protection: 'none', municipality: null },
    ...{ guardians: [], wards: [], referredTo: numbers.lisa },
    ...more,
  }
  register.says({ sequence, at, post })
  return runRegisterCheck(deps, registerAt(register.settings))
}
const says = () => admin.selectFrom('register_says').selectAll().execute()
const facts = async () => (await says()).map(({ fact }) => fact)
const page = async () => paths.registerSays.to({ childId: lisa, saysId: (await says())[0]?.id ?? '' })
const answers = async (answer: 'yes' | 'no', note = '') =>
  as('maja').post(await page(), { answer, note, submission: id('the new') })
const numbersOf = async () =>
  (await admin.selectFrom('child_identifier').select(['system', 'waits', 'valid_to']).execute())
    .map(({ system, waits, valid_to }) => [system.split('/').at(-1), waits, valid_to])
    .sort()
const isFoundBy = async (number: string) =>
  (
    await admin.selectFrom('identifier_hash').select('child_id').where('hash', '=', hash(number)).execute()
  ).map(({ child_id }) => child_id)
const reads = async (who: 'sara' | 'petra') => (await as(who).get(paths.child.to({ childId: lisa }))).status

beforeEach(async () => {
  await world()
  sequence = 0
  await knowParents()
  await openMatter({ with: ['petra'] })
  await tellFamily('sara')
  await as('maja').post(paths.particulars.show.to({ childId: lisa }), {
    ...{ kind: 'person', number: '20170162-2381', level: 'confirmed', source: 'register' },
  })
})

describe('the register says that Lisa has got another number', () => {
  it('nothing changes by that: Maja is asked, the number lies sealed, and nobody loses anything', async () => {
    expect([await tells(), await facts()]).toEqual([1, ['new_number']])
    expect([await numbersOf(), await isFoundBy(numbers.lisa)]).toEqual([
      [['samordningsnummer', false, null]],
      [],
    ])
    expect([await reads('sara'), await reads('petra')]).toEqual([200, 200])
    expect(await (await as('maja').get(await page())).text()).toContain(
      'Barnet har fått ett nytt nummer: 20170101-2393.',
    )
    expect(JSON.stringify(await says())).not.toContain('2393')
    for (const who of ['petra', 'sara', 'eva', 'lisaSelf'] as const)
      expect([who, (await as(who).get(await page())).status]).toEqual([who, 404])
  })

  it('Maja says yes, and Petra has looked too: it holds, the old one still finds Lisa, and it is not asked about again', async () => {
    await tells()
    for (let time = 0; time < 2; time++) expect((await answers('yes')).status).toBe(303)
    expect(await numbersOf()).toEqual([
      ['personnummer', true, null],
      ['samordningsnummer', false, null],
    ])
    expect(await isFoundBy(numbers.lisa)).toEqual([])
    const look = paths.particulars.answer.to({ childId: lisa, numberId: id('the new') })
    expect((await as('maja').post(look, { answer: 'yes' })).status).toBe(404)
    expect((await as('petra').post(look, { answer: 'yes' })).status).toBe(303)
    expect(await numbersOf()).toEqual([
      ['personnummer', false, null],
      ['samordningsnummer', false, '2026-11-24'],
    ])
    expect([await isFoundBy(numbers.lisa), await isFoundBy(coordination)]).toEqual([[lisa], [lisa]])
    expect((await says())[0]?.name_sealed).toBeNull()
    expect(await tells()).toBe(0)
  })

  it('Maja says no, and why: it stays as it was, and it is not asked about again', async () => {
    await tells()
    expect((await answers('no')).status).toBe(422)
    expect((await answers('no', 'Det är hennes brors')).status).toBe(303)
    expect([await tells(), await numbersOf()]).toEqual([0, [['samordningsnummer', false, null]]])
  })

  it('while another number waits for a colleague Maja has to wait too, and nothing is lost', async () => {
    await tells()
    await as('maja').post(paths.particulars.show.to({ childId: lisa }), {
      ...{ kind: 'person', number: '18990913-9801', source: 'paper', why: 'wrong' },
    })
    const answer = await answers('yes')
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('väntar på att en kollega tittar'),
    ])
    expect((await says())[0]).toMatchObject({ answered_at: null, name_sealed: expect.any(String) })
  })
})

describe('nothing leads from one identity to another', () => {
  it('Lisa is protected: it is not told, and what was told before is gone with its task', async () => {
    await tells()
    await markAsProtected()
    expect([await facts(), await tells()]).toEqual([[], 0])
    const open = await admin.selectFrom('task').select('kind').where('done_at', 'is', null).execute()
    expect(open.filter(({ kind }) => kind === 'read_register')).toEqual([])
  })

  it('Lisa has been protected: it is not told then either', async () => {
    await markAsProtected()
    await admin
      .updateTable('protection_mark')
      .set({ lifted_at: noon, lifted_by: id('maja') })
      .execute()
    await admin
      .updateTable('child')
      .set({
        protection: 'none',
        given_name: 'Lisa',
        family_name: 'Holmgren',
        born_on: '2018-03-14',
        identity_sealed: null,
      })
      .where('id', '=', lisa)
      .execute()
    expect([await tells(), (await facts()).includes('new_number')]).toEqual([0, false])
  })

  it('the same post marks Lisa: the mark holds, and the number is not told', async () => {
    await tells({ protection: 'sekretessmarkering' })
    expect(await facts()).toEqual(['marked'])
  })

  it.each<[string, () => Promise<unknown>]>([
    [
      'Nils’s',
      () =>
        admin
          .insertInto('identifier_hash')
          .values({ hash: hash(numbers.lisa), child_id: nils })
          .execute(),
    ],
    [
      'her mother’s',
      () =>
        admin
          .insertInto('person_number')
          .values({ hash: hash(numbers.lisa), person_id: id('karin') })
          .execute(),
    ],
  ])('the number is %s: nobody is told anything', async (_, arrange) => {
    await arrange()
    expect([await tells(), await facts()]).toEqual([0, []])
  })
})

describe('a register that tells of numbers as it should not', () => {
  it.each<[string, object]>([
    ['the same number', { referredTo: coordination }],
    ['another coordination number', { referredTo: '201701622399' }],
    ['of somebody who is not known here', { number: numbers.nora }],
    ['nothing', { referredTo: null, status: 'registered', guardians: [], municipality: '0764' }],
  ])('%s: nobody is asked about it', async (_, more) => {
    await tells(more)
    expect((await facts()).includes('new_number')).toBe(false)
  })

  it.each([
    ['a number that is none', '201701012394'],
    ['a number not in full', '170101-2393'],
    ['a list', [numbers.lisa]],
  ])('%s: nothing of it is read', async (_, referredTo) => {
    expect([await tells({ referredTo }), await facts()]).toEqual([0, []])
  })

  it('a guardian’s: custody and all else is as before, and a person looks the next time custody is told of', async () => {
    expect([await tells({ number: numbers.sara, referredTo: '189909139801' }), await facts()]).toEqual([
      0,
      [],
    ])
    expect(await reads('sara')).toBe(200)
    expect(await admin.selectFrom('person_number').select('hash').execute()).toHaveLength(2)
  })

  it('late, and after what we have: nothing', async () => {
    await tells({ referredTo: null, status: 'registered', municipality: '0764' })
    expect(await tells({}, '2026-11-20T11:00:00.000Z')).toBe(0)
  })

  it('by two at once it is one question', async () => {
    const both = await Promise.all([tells(), runRegisterCheck(deps, registerAt(register.settings))])
    expect([both.toSorted(), await facts()]).toEqual([[0, 1], ['new_number']])
  })
})
