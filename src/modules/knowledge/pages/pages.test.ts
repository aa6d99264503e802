import { beforeEach, describe, expect, it } from 'vitest'
import { lix, municipalities, words } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { mainText } from '#test/words.ts'
import { as, auditRows, world } from '#test/world.ts'
import { wordAnchor } from '#ui/parts.tsx'

const read = async (path: string) => (await as('nobody').get(path)).text()

describe('the pages for anybody', () => {
  beforeEach(() => world())

  it('explain every word, each at its own anchor', async () => {
    const page = await read(paths.words.to({}))
    for (const { sv } of words) expect(page).toContain(`id="${wordAnchor(sv)}"`)
    const anchors = words.map(({ sv }) => wordAnchor(sv))
    expect(new Set(anchors).size).toBe(anchors.length)
  })

  it('say how to report that a child may come to harm, in every municipality', async () => {
    const page = await read(paths.concern.to({}))
    for (const { name } of municipalities) expect(page).toContain(`>${name}</h3>`)
    expect(page).toContain('href="tel:112"')
    expect(page).toContain('href="tel:+4631390')
  })

  it('say that one who has no eID takes part as much, with a sheet to print, in plain words', async () => {
    const page = await read(paths.withoutEid.to({}))
    expect(page).toContain('Datum och underskrift')
    expect(lix(mainText(page))).toBeLessThanOrEqual(35)
    for (const from of [paths.help, paths.signIn.choose])
      expect(await read(from.to({}))).toContain(`href="${paths.withoutEid.to({})}"`)
  })

  it('print that sheet with the Swedish beside each answer: nobody reads an Arabic no as a yes', async () => {
    const inArabic = await as('nobody').send(paths.withoutEid.to({}), { headers: { cookie: 'sprak=ar' } })
    const [, printed = ''] = (await inArabic.text()).split('class="print-only"')
    for (const swedish of ['Jag kommer', 'Jag kan inte komma', 'Jag är inte med på allt'])
      expect(printed).toMatch(
        new RegExp(`☐ [\\p{Script=Arabic} ]+ / <span lang="sv" dir="auto">${swedish}</span>`, 'u'),
      )
    expect(await read(paths.withoutEid.to({}))).toContain('☐ Jag kommer</span>')
  })

  it('look the same to everybody, and nobody learns who opened them', async () => {
    for (const path of [
      paths.words,
      paths.concern,
      paths.protection,
      paths.accessibility,
      paths.help,
      paths.withoutEid,
    ]) {
      const seen = await Promise.all(
        (['maja', 'sara', 'nobody'] as const).map(async (who) => (await as(who).get(path.to({}))).text()),
      )
      expect(new Set(seen).size).toBe(1)
      expect(seen[0]).toContain('<h1>')
    }
    expect(await auditRows()).toEqual([])
  })
})
