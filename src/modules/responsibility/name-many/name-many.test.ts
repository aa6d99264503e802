import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { admin, as, auditRows, deps, engagementOf, id, inHours, noon, setClock, world } from '#test/world.ts'

type Who = Parameters<typeof as>[0]
const address = paths.lead.many.to({})
const ten = Array.from({ length: 10 }, (_, place) => id(`child ${place} in 6B`))
const why = 'Petra går till en annan klass.'

/** Ten children in 6B have Petra; Maja works with each of them. */
async function inSixB() {
  for (const [place, childId] of ten.entries()) {
    await admin
      .insertInto('child')
      .values({
        id: childId,
        given_name: 'Barn',
        family_name: `Nummer${place}`,
        born_on: '2014-05-01',
        made_at: noon,
      })
      .execute()
    await deps.vault.newBox(admin, childId)
    const at = { child_id: childId, matter_id: childId }
    await admin.transaction().execute(async (trx) => {
      await trx
        .insertInto('matter')
        .values({
          child_id: childId,
          id: childId,
          secrecy_unit_id: id('wall furuskolan'),
          opened_at: inHours(-24),
        })
        .execute()
      await trx
        .insertInto('responsibility')
        .values({
          ...at,
          id: id(`tenure of ${place}`),
          kind: 'best_interests_lead',
          unit_id: id('furuskolan'),
          engagement_id: engagementOf('petra'),
          during: `[${inHours(-24).toISOString()},)`,
        })
        .execute()
    })
    await admin
      .insertInto('assignment')
      .values(
        (['maja', 'petra'] as const).map((who) => ({
          child_id: childId,
          id: deps.newId(),
          kind: 'work' as const,
          engagement_id: engagementOf(who),
          secrecy_unit_id: id('wall furuskolan'),
          given_by: id(who),
          valid_from: inHours(-24),
        })),
      )
      .execute()
  }
}

const page = async (who: Who) => (await as(who).get(address)).text()
const children = ten.map((childId, place) => `${childId}.${id(`tenure of ${place}`)}`)
const changes = (who: Who, form: Record<string, string | readonly string[]> = {}) =>
  as(who).post(address, { children, who: engagementOf('stig'), why, ...form })
const responsible = async (who: 'petra' | 'stig') => {
  const rows = await admin
    .selectFrom('responsibility')
    .select(['child_id', 'during'])
    .where('engagement_id', '=', engagementOf(who))
    .execute()
  return rows.filter(({ during }) => /,\)$/.test(String(during))).length
}

describe('ten children in 6B get another BBA', () => {
  beforeEach(async () => {
    await world()
    await inSixB()
    setClock(inHours(1))
  })

  it('all at once, each with a row of its own, and sent twice it is once', async () => {
    expect(await page('maja')).toContain('Nummer9')
    for (let time = 0; time < 2; time++) expect((await changes('maja')).status).toBe(303)
    expect([await responsible('stig'), await responsible('petra')]).toEqual([10, 0])
    expect(await admin.selectFrom('responsibility').select('id').execute()).toHaveLength(20)
    const rows = (await auditRows()).filter(([, act]) => act === 'lead.name')
    expect(rows.map(([who, , came]) => `${who} ${came}`)).toEqual(Array(10).fill('maja done'))
    expect(new Set(rows.map(([, , , child]) => child)).size).toBe(10)
    expect(await page('maja')).toContain('Nu: Stig Åberg')
  })

  it('the one that is Stig’s own stays, and so does one that somebody changed meanwhile; the page says which', async () => {
    const [own = '', late = ''] = ten
    await admin
      .insertInto('guardianship')
      .values({
        child_id: own,
        person_id: id('stig'),
        called: 'pappa',
        source: 'folkbokföringen',
        checked_at: noon,
        valid_from: '2014-05-01',
      })
      .execute()
    const first = { children: [`${late}.${id('tenure of 1')}`], who: engagementOf('maja') }
    expect((await changes('maja', first)).status).toBe(303)
    setClock(inHours(2))
    const answer = await changes('maja')
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('Barn Nummer0: Stig Åberg kan inte vara det.')
    expect(text).toContain('Barn Nummer1: någon annan hann före.')
    expect(text).toContain(why)
    expect([await responsible('stig'), await responsible('petra')]).toEqual([8, 1])
  })

  it('only by whoever holds the function, for the children there', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['petra', 'sara', 'lisaSelf'] as const) {
      expect([who, await page(who)]).toEqual([who, missing])
      expect([who, (await changes(who)).status]).toEqual([who, 404])
    }
    // Eva and Sofia hold others; Stig holds this one's, and works with none of them.
    for (const who of ['eva', 'sofia', 'stig'] as const) {
      expect(await page(who)).not.toContain('Nummer')
      expect((await changes(who, { who: engagementOf(who) })).status).toBe(422)
    }
    expect(await responsible('petra')).toBe(10)
  })

  it.each([
    ['nobody', { who: '' }, 'Välj vem som tar över'],
    ['somebody elsewhere', { who: engagementOf('eva') }, 'Välj vem som tar över'],
    ['no child', { children: [] }, 'Välj minst ett barn'],
    ['something else than a child', { children: ['x'] }, 'Välj minst ett barn'],
    ['no reason', { why: ' ' }, 'Skriv varför'],
  ])('%s is given back with what was chosen', async (_, fault, said) => {
    const answer = await changes('maja', fault)
    expect([answer.status, (await answer.text()).includes(said)]).toEqual([422, true])
    expect(await responsible('petra')).toBe(10)
  })
})
