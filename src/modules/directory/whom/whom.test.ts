import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { tellEntry } from '#test/directory.ts'
import { admin, as, auditRows, id, world } from '#test/world.ts'

const whom = paths.directory.whom.to({})
const opens = (query = '') => as('nobody').get(`${whom}${query}`)
const reads = async (query = '') => (await opens(query)).text()
const named = (page: string) => [...page.matchAll(/<h3 id="u-[^"]*">([^<]*)/g)].map(([, name]) => name)

describe('somebody who is not signed in wonders whom to turn to', () => {
  beforeEach(async () => {
    await world()
    await tellEntry('bvc', { mission: 'Vi följer små barns hälsa.', from_age: 0, to_age: 5 })
    await tellEntry('furuskolan', { from_age: 6, to_age: 15 })
    await tellEntry('familjestod', { from_age: -1 })
    await tellEntry('lillaskolan', { from_age: 6, to_age: 15, proposal: false })
  })

  it('and first meets the numbers for what cannot wait', async () => {
    const page = await reads()
    for (const number of ['112', '116111', '1177']) expect(page).toContain(`href="tel:${number}"`)
    expect(page).toContain('socialjouren')
    expect(named(page)).toEqual([])
  })

  it('chooses three years and Alvesta: BVC is where to begin, then the others', async () => {
    const page = await reads('?alder=3&kommun=0764')
    expect(named(page)).toEqual(['BVC Alvesta', 'Familjestöd Alvesta'])
    expect(page).toMatch(/Börja här.*BVC Alvesta.*Fler som kan hjälpa.*Familjestöd Alvesta/s)
    expect(page).toContain('href="tel:+4631390')
  })

  it('chooses ten years: the school; and whoever waits for a child meets no school', async () => {
    expect(named(await reads('?alder=10&kommun=0764'))).toEqual(['Furuskolan', 'Familjestöd Alvesta'])
    expect(named(await reads('?alder=-1'))).toEqual(['Familjestöd Alvesta'])
    expect(named(await reads('?alder=10&kommun=0781'))).toEqual(['Lillåskolan'])
  })

  it('is not sent to a place that is closed, from the day that it closes', async () => {
    const closes = (closed_on: string) =>
      admin.updateTable('unit').set({ closed_on }).where('id', '=', id('bvc')).execute()
    await closes('2026-11-25')
    expect(named(await reads('?alder=3&kommun=0764'))).toContain('BVC Alvesta')
    await closes('2026-11-24')
    expect(named(await reads('?alder=3&kommun=0764'))).not.toContain('BVC Alvesta')
  })

  it('reads what is a proposal as a proposal, and no number that is for those at work', async () => {
    expect(await reads('?kommun=0764')).toContain('Förslag till text.')
    expect(await reads('?kommun=0781')).not.toContain('Förslag till text.')
    const page = await reads('?kommun=0764')
    expect(page).toContain('Rådgivning')
    expect(page).not.toContain('Chefens nummer')
  })

  it('leaves nothing behind: no cookie, no row, no script from elsewhere, and the same page for everybody', async () => {
    const answer = await opens('?alder=3&kommun=0764')
    expect(answer.headers.get('set-cookie')).toBeNull()
    const page = await answer.text()
    expect(page).not.toMatch(/(src|href)="https?:\/\/(?!www\.smhi\.se)/)
    for (const who of ['maja', 'sara', 'lisaSelf'] as const)
      expect(await (await as(who).get(`${whom}?alder=3&kommun=0764`)).text()).toBe(page)
    expect(await auditRows()).toEqual([])
  })

  it('hears headings in order, whatever is chosen', async () => {
    const page = await reads('?kommun=0764')
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
  })

  it('goes on to the next page when a municipality has many', async () => {
    const bvc = await admin
      .selectFrom('unit')
      .selectAll()
      .where('name', '=', 'BVC Alvesta')
      .executeTakeFirstOrThrow()
    for (let n = 0; n < 45; n++) {
      const slug = `bvc ${n}`
      await admin
        .insertInto('unit')
        .values({ ...bvc, id: id(slug), name: `BVC ${String(n).padStart(2, '0')}` })
        .execute()
      await admin
        .insertInto('unit_serves')
        .values({ unit_id: id(slug), municipality_code: '0764' })
        .execute()
      await tellEntry(slug, { from_age: 0, to_age: 5 })
    }
    expect(named(await reads('?alder=3&kommun=0764'))).toHaveLength(40)
    const second = await reads('?alder=3&kommun=0764&sida=2')
    expect(named(second)).toHaveLength(7)
    expect(second).toContain('Förra sidan')
  })
})
