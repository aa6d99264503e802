import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { answers, askFamily, sheet } from '#test/consents.ts'
import { admin, as, behindTheWalls, id, lisa, world } from '#test/world.ts'

const meaning = 'Om du säger nej'
const inArabic = { sheet: 'من سيعرف ماذا؟', no: 'إذا قلت لا', yes: '☐ Ja / نعم', byMachine: 'ترجمة آلية' }

async function paperFor(who: 'sara' | 'jonas', language?: string): Promise<string> {
  const signer = await admin
    .selectFrom('consent_signer')
    .select('id')
    .where('person_id', '=', id(who))
    .executeTakeFirstOrThrow()
  const page = await as('maja').get(`${sheet}?vem=${signer.id}${language ? `&sprak=${language}` : ''}`)
  return page.text()
}

describe('Maja prints the question for those who answer on paper', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await askFamily(['familjestod'])
    await as('sara').post(paths.language.to({}), { sprak: 'ar' })
  })

  it('for Sara in Arabic beside the Swedish that she signs, and for Jonas in Swedish', async () => {
    const paper = await paperFor('sara')
    for (const words of [meaning, ...Object.values(inArabic), '<div lang="ar" dir="rtl">'])
      expect([words, paper.includes(words)]).toEqual([words, true])
    const his = await paperFor('jonas')
    expect(his).toContain(meaning)
    expect(his).not.toMatch(/\p{Script=Arabic}/u)
  })

  it('with what Maja wrote once, as she wrote it, and one set of boxes', async () => {
    const [, printed = ''] = (await paperFor('sara')).split('class="print-only"')
    expect(printed.split('Vi vill hjälpas åt med &lt;morgnarna&gt;.')).toHaveLength(2)
    expect(printed.split('☐ Ja')).toHaveLength(2)
  })

  it('with a line for whoever interpreted, as long as no person has read the translation', async () => {
    expect(await paperFor('sara')).toContain('Ett ja gäller bara om någon har tolkat.')
    expect(await paperFor('jonas')).not.toContain('Ett ja gäller bara om någon har tolkat.')
  })

  it('in another language when Jonas wants it, or in Swedish for Sara', async () => {
    expect(await paperFor('jonas', 'uk')).toContain('<div lang="uk" dir="ltr">')
    expect(await paperFor('sara', 'sv')).not.toMatch(/\p{Script=Arabic}/u)
  })

  it('and a receipt, in both languages too', async () => {
    await answers('jonas', { familjestod: ['home'] })
    const paper = await paperFor('jonas', 'ar')
    for (const words of [
      'Kvitto till Jonas Berg (pappa)',
      'Du har strukit Lärande.',
      'إيصال إلى',
      'لقد شطبت',
    ])
      expect([words, paper.includes(words)]).toEqual([words, true])
  })

  it.each([
    ['maja', 1],
    ['ali', 0],
    ['petra', 0],
    ['jonas', 0],
    ['sara', 1],
  ] as const)('and of those who ask what Sara reads in, %s finds %i', async (who, found) => {
    const rows = await behindTheWalls(who, lisa, (trx) =>
      trx.selectFrom('reading_language').selectAll().execute(),
    )
    expect(rows).toHaveLength(found)
  })
})
