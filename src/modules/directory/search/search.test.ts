import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { tellEntry } from '#test/directory.ts'
import { as, auditRows, id, world } from '#test/world.ts'

const search = paths.directory.search.to({})
const asks = async (query: Record<string, string>) =>
  (await as('petra').get(`${search}?${new URLSearchParams(query)}`)).text()
/** The units of a page, in its order. */
const found = (page: string) =>
  [...page.matchAll(/<h3><a href="\/vem-kan-hjalpa\/[0-9a-f-]{36}">([^<]*)/g)].map(([, name]) => name)

describe('Petra wonders who can help', () => {
  beforeEach(async () => {
    await world()
    await tellEntry('bvc', {
      mission: 'Vi följer små barns hälsa.',
      from_age: 0,
      to_age: 5,
      needs: ['sleep', 'food'],
    })
    await tellEntry('elevhalsan', {
      mission: 'Skolsköterskor.',
      from_age: 6,
      to_age: 19,
      needs: ['sleep', 'sadness'],
    })
    await tellEntry('familjestod', {
      mission: 'Vi stöttar familjer.',
      cannot: 'Vi kan inte hjälpa med simning',
      needs: ['home'],
    })
    await tellEntry('gaddan', { mission: 'Hos oss lär sig barn att simma.', needs: ['leisure'] })
  })

  it('and writes as one speaks: what sleeps badly is sleep, for small and for big', async () => {
    const page = await asks({ q: 'sover dåligt' })
    expect(found(page)).toEqual(['BVC Alvesta', 'Elevhälsan i Alvesta'])
    expect(page).toContain('Vi tänker att det handlar om: sömn.')
  })

  it('finds the words in any form in what a unit says that it can, and not in what it says that it cannot', async () => {
    expect(found(await asks({ q: 'simmar' }))).toEqual(['Simklubben Gäddan'])
    expect(found(await asks({ q: 'gäddan' }))).toEqual(['Simklubben Gäddan'])
  })

  it('meets those who are there for the own municipality first', async () => {
    await tellEntry('lillaskolan', { needs: ['sleep', 'food'] })
    expect(found(await asks({ q: 'äter och sover' }))).toEqual([
      'BVC Alvesta',
      'Lillåskolan',
      'Elevhälsan i Alvesta',
    ])
  })

  it('narrows it by age and municipality', async () => {
    expect(found(await asks({ q: 'sömn', alder: '3' }))).toEqual(['BVC Alvesta'])
    expect(found(await asks({ q: 'sömn', alder: '12' }))).toEqual(['Elevhälsan i Alvesta'])
    expect(found(await asks({ kommun: '0781' }))).toEqual(['Lillåskolan'])
    expect(found(await asks({ kommun: '9999', alder: 'tolv' }))).toHaveLength(7)
  })

  it('gets words to choose among when nothing fits, and the page stands for whatever is asked', async () => {
    expect(await asks({ q: 'kvantfysik' })).toContain('Inget passade in.')
    for (const q of ["' or 1=1 --", ':* & | !', '\u0000', '%', 'och att i', 'x'.repeat(5000)])
      expect((await as('petra').get(`${search}?${new URLSearchParams({ q })}`)).status).toBe(200)
  })

  it('is at work: the family has a page of its own, and each question leaves a row that tells of no child', async () => {
    expect((await as('sara').get(search)).status).toBe(404)
    expect((await as('nobody').get(search)).status).toBe(303)
    expect((await as('petra').get(`${search}?q=sover`)).status).toBe(200)
    expect((await auditRows()).map((row) => row.slice(0, 3))).toEqual([
      ['sara', 'directory.search', 'not-allowed'],
      [undefined, 'directory.search', 'signed-out'],
      ['petra', 'directory.search', 'done'],
    ])
  })

  it('opens a unit and reads what it can and cannot, and how to ask', async () => {
    const page = await (await as('petra').get(paths.directory.unit.to({ unitId: id('familjestod') }))).text()
    for (const text of [
      'Vi stöttar familjer.',
      'Vi kan inte hjälpa med simning',
      'Ring och fråga.',
      'Chefens nummer',
    ])
      expect(page).toContain(text)
    expect(page).not.toContain('Skriv om texten')
    expect((await as('petra').get(paths.directory.unit.to({ unitId: id('none such') }))).status).toBe(404)
    expect((await as('sara').get(paths.directory.unit.to({ unitId: id('familjestod') }))).status).toBe(404)
  })
})
