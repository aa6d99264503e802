import { beforeEach, describe, expect, it } from 'vitest'
import { registerAt, runRegisterCheck } from '#modules/interop'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { tellOfNora } from '#test/arrange-register.ts'
import { registerHere } from '#test/register-here.ts'
import { admin, as, assign, deps, id, lisa, newUuid, nils, noon, unknownChild, world } from '#test/world.ts'

const register = await registerHere()

let saysId = ''
const page = () => paths.registerSays.to({ childId: lisa, saysId })
const guardians = () =>
  admin
    .selectFrom('guardianship as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .select(['p.given_name', 'p.family_name', 'g.called', 'g.source', 'p.id'])
    .where('g.child_id', '=', lisa)
    .where('g.valid_to', 'is', null)
    .orderBy('p.given_name')
    .execute()
const names = async () => (await guardians()).map(({ given_name }) => given_name)

beforeEach(async () => {
  await world()
  await openMatter({ with: ['stig', 'petra'] })
  saysId = await tellOfNora(register)
})

async function writeDownNora(family_name: string) {
  await admin
    .insertInto('person')
    .values({ id: id('nora'), is_staff: false, given_name: 'Nora', family_name })
    .execute()
  await deps.vault.newBox(admin, id('nora'))
  await admin
    .insertInto('guardianship')
    .values({
      ...{
        child_id: lisa,
        person_id: id('nora'),
        called: 'bonusmamma',
        checked_at: noon,
        valid_from: '2026-11-01',
      },
      source: 'noterat: vårdnadshavaren har sagt det',
    })
    .execute()
}

describe('the register says that Nora has custody of Lisa', () => {
  it('nothing is opened by that: Maja is asked, and nobody else can read it', async () => {
    expect(await names()).toEqual(['Jonas', 'Sara'])
    const seen = await (await as('maja').get(page())).text()
    expect(seen).toContain('Nora Berg är vårdnadshavare.')
    for (const who of ['petra', 'sofia', 'eva', 'sara', 'lisaSelf'] as const)
      expect([who, (await as(who).get(page())).status]).toEqual([who, 404])
    const row = JSON.stringify(await admin.selectFrom('register_says').selectAll().execute())
    expect(row).not.toContain('Nora')
  })

  it('Maja says yes, twice by mistake: Nora is a guardian, and sees nothing until she has been talked with', async () => {
    const yes = { answer: 'yes', sameAs: 'ny', called: 'mamma', submission: id('nora') }
    expect((await as('maja').post(page(), yes)).status).toBe(303)
    expect((await as('maja').post(page(), yes)).status).toBe(303)
    expect(await names()).toEqual(['Jonas', 'Nora', 'Sara'])
    expect((await guardians())[1]).toMatchObject({ called: 'mamma', source: 'folkbokföringen' })
    const tasks = await admin
      .selectFrom('task')
      .select('done_by')
      .where('kind', '=', 'read_register')
      .execute()
    expect(tasks).toEqual([{ done_by: id('maja') }])
    expect(await (await as('maja').get(page())).text()).toContain('Ni svarade ja')
    expect(await runRegisterCheck(deps, registerAt(register.settings))).toBe(0)
  })

  it('Maja says no, and why; the register is not asked about it again', async () => {
    expect((await as('maja').post(page(), { answer: 'no' })).status).toBe(422)
    expect((await as('maja').post(page(), { answer: 'no', note: 'Det är mormor' })).status).toBe(303)
    expect(await names()).toEqual(['Jonas', 'Sara'])
    expect(await (await as('maja').get(page())).text()).toContain('Det är mormor')
    const body = (await admin.selectFrom('register_says').select('body').executeTakeFirstOrThrow()).body
    expect(body?.toString()).not.toContain('mormor')
  })

  it('Stig, who answers after Maja and otherwise, is told, and has his words before him', async () => {
    await as('maja').post(page(), { answer: 'yes', sameAs: 'ny', called: 'mamma', submission: id('nora') })
    const late = await as('stig').post(page(), { answer: 'no', note: 'Det är mormor' })
    const text = await late.text()
    expect(late.status).toBe(409)
    for (const words of ['Ditt svar är inte sparat', 'Det är mormor', 'Ni svarade ja'])
      expect(text).toContain(words)
    expect(await names()).toEqual(['Jonas', 'Nora', 'Sara'])
    const same = { answer: 'yes', sameAs: 'ny', called: 'mamma' }
    expect((await as('stig').post(page(), same)).status).toBe(303)
    expect(await names()).toHaveLength(3)
  })

  it('a yes says what Lisa calls her', async () => {
    const answer = await as('maja').post(page(), { answer: 'yes', sameAs: 'ny' })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Skriv vad barnet säger'),
    ])
  })

  it('Nora was written down already, with the same name: they become one, and what was said with her is kept', async () => {
    await writeDownNora('Berg')
    await as('maja').post(page(), { answer: 'yes', sameAs: id('nora') })
    expect(await guardians()).toContainEqual(
      expect.objectContaining({ id: id('nora'), called: 'bonusmamma', source: 'folkbokföringen' }),
    )
    expect(await names()).toHaveLength(3)
  })

  it('with another name two have to say that it is she: Maja alone is not enough, Stig and Maja are', async () => {
    await writeDownNora('Bergström')
    const same = { answer: 'yes', sameAs: id('nora') }
    await as('maja').post(page(), same)
    await as('maja').post(page(), same)
    const nora = async () => (await guardians()).find((one) => one.id === id('nora'))?.source
    expect(await nora()).toContain('noterat')
    expect(await (await as('stig').get(page())).text()).toContain('Håller du med?')
    expect((await as('stig').post(page(), same)).status).toBe(303)
    expect(await nora()).toBe('folkbokföringen')
  })

  it('whoever is no guardian of Lisa cannot be chosen', async () => {
    const answer = await as('maja').post(page(), { answer: 'yes', sameAs: id('karin'), called: 'mamma' })
    expect([answer.status, await names()]).toEqual([422, ['Jonas', 'Sara']])
  })

  it('another who becomes BBA has it on their list', async () => {
    await tellFamily('sara')
    await admin.deleteFrom('task').execute()
    const { id: responsibility } = await admin
      .selectFrom('responsibility')
      .select('id')
      .executeTakeFirstOrThrow()
    await admin.transaction().execute(async (trx) => {
      await trx
        .updateTable('responsibility')
        .set({ during: `[${new Date(noon.getTime() - 86_400_000).toISOString()},${noon.toISOString()})` })
        .where('id', '=', responsibility)
        .execute()
      await trx
        .insertInto('responsibility')
        .columns(['child_id', 'id', 'matter_id', 'kind', 'unit_id', 'engagement_id', 'during'])
        .values({
          ...{
            child_id: lisa,
            id: newUuid(),
            matter_id: id('lisas matter'),
            kind: 'best_interests_lead' as const,
          },
          ...{
            unit_id: id('furuskolan'),
            engagement_id: id('stig at furuskolan'),
            during: `[${noon.toISOString()},)`,
          },
        })
        .execute()
    })
    expect(await (await as('stig').get(paths.tasks.to({}))).text()).toContain('Läs vad registret säger')
  })

  it('about another child, or none, there is nothing', async () => {
    await assign('maja', nils, 'work')
    for (const childId of [nils, unknownChild])
      expect((await as('maja').get(paths.registerSays.to({ childId, saysId }))).status).toBe(404)
  })
})
