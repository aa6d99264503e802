import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, protectLisa } from '#test/arrange.ts'
import { pupil } from '#test/arrange-class.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  engagementOf,
  id,
  inHours,
  lisa,
  noon,
  setClock,
  world,
} from '#test/world.ts'

type Who = Parameters<typeof as>[0]
const address = paths.lead.many.to({})
const slugAt = (place: number) => `child ${place} in 6B`
const childAt = (place: number) => id(slugAt(place))
const ten = Array.from({ length: 10 }, (_, place) => childAt(place))
const why = 'Petra går till en annan klass.'

/** Ten children in 6B have Petra; Maja works with each of them. */
async function inSixB(from = 0, to = 10) {
  for (let place = from; place < to; place++)
    await assign('maja', await pupil(slugAt(place), 'Barn', `Nummer${place}`, 'petra'), 'work')
}

const page = async (who: Who) => (await as(who).get(address)).text()
const children = ten.map((childId, place) => `${childId}.${id(`tenure of ${slugAt(place)}`)}`)
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
    const first = { children: [`${late}.${id(`tenure of ${slugAt(1)}`)}`], who: engagementOf('maja') }
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

  describe('by class', () => {
    const class6B = `${address}?klass=${encodeURIComponent('6B, Furuskolan')}`
    const inClass = (name: string, places: readonly string[], more: object = {}) =>
      admin
        .updateTable('child_placement')
        .set({ class_name: name, ...more })
        .where('child_id', 'in', places)
        .execute()
    const goTo = async (to: string) => (await as('maja').get(to)).text()

    it('a school whose register tells of none chooses child by child, as before', async () => {
      expect(await page('maja')).not.toContain('Visa barnen i en klass')
    })

    it('Maja sees 6B only, all of it chosen, takes one out, and the rest have Stig', async () => {
      await inClass('6B', ten.slice(0, 4))
      await inClass('10A', ten.slice(4, 6))
      const all = await page('maja')
      expect(all.indexOf('6B, Furuskolan')).toBeLessThan(all.indexOf('10A, Furuskolan'))
      const shown = await goTo(class6B)
      expect([shown.match(/Nummer\d/g), shown.match(/ checked/g)?.length]).toEqual([
        [0, 1, 2, 3].map((place) => `Nummer${place}`),
        4,
      ])
      const answer = await as('maja').post(class6B, {
        children: children.slice(0, 3),
        who: engagementOf('stig'),
        why,
      })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, class6B.replaceAll('%20', '+')])
      expect([await responsible('stig'), await responsible('petra')]).toEqual([3, 7])
      expect(await goTo(class6B)).toContain('Nu: Stig Åberg')
    })

    it('who has left the class, or has nothing going on, is not there', async () => {
      await inClass('6B', ten.slice(0, 1))
      await inClass('6B', ten.slice(1, 2), { valid_to: '2026-06-10' })
      await inClass('6B', ten.slice(2, 3), { valid_from: '2027-08-16' })
      await inClass('6B', [lisa])
      expect((await goTo(class6B)).match(/Nummer\d|Holmgren/g)).toEqual(['Nummer0'])
    })

    it('a child whose name is hidden is in no class', async () => {
      await inClass('6B', [lisa])
      await openMatter()
      expect(await goTo(class6B)).toContain('Lisa Holmgren')
      await protectLisa()
      expect(await page('maja')).not.toContain('6B')
      expect(await goTo(class6B)).not.toContain('Holmgren')
    })

    it.each(['6C, Furuskolan', "6B' or true --", '%00', 'x'.repeat(300)])(
      'there is nobody in %.20s',
      async (name) => {
        await inClass('6B', ten)
        const text = await goTo(`${address}?klass=${name === '%00' ? name : encodeURIComponent(name)}`)
        expect(text).not.toContain('Ett fel')
        expect(text.includes('Nummer')).toBe(name === '%00' || name.length > 200)
      },
    )
  })

  it('more than a page of them are shown page by page, each child once', async () => {
    await inSixB(10, 60)
    const first = await page('maja')
    const next = /href="([^"]+efter=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await (await as('maja').get(next)).text()
    const names = [first, second].map((text) => [...text.matchAll(/Nummer(\d+)/g)].map(([, place]) => place))
    expect([names.map(({ length }) => length), new Set(names.flat()).size]).toEqual([[50, 10], 60])
    expect(second).not.toContain('Visa nästa barn')
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
