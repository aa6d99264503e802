import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { askFamily, consents, noting, saying, sheet, sheetId } from '#test/consents.ts'
import { admin, as, behindTheWalls, id, inHours, lisa, world } from '#test/world.ts'

const answersOf = () =>
  admin
    .selectFrom('consent_answer')
    .select(['answer', 'language', 'machine_translated', 'interpreted', 'body'])
    .execute()
const signerOfSara = async () => {
  const signers = admin.selectFrom('consent_signer').select('id').where('person_id', '=', id('sara'))
  return (await signers.executeTakeFirstOrThrow()).id
}
const inArabic = (said: Parameters<typeof saying>[0], more = {}) =>
  as('sara').post(sheet, { ...saying(said), seen: '0', language: 'ar', ...more })

describe('a question that only a machine has translated', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await askFamily()
    await as('sara').post(paths.language.to({}), { sprak: 'ar' })
  })

  it('says so to Sara, who reads it in Arabic, and asks who interprets', async () => {
    const page = await (await as('sara').get(sheet)).text()
    for (const words of ['<html lang="ar" dir="rtl">', 'name="interpreter"', 'name="language" value="ar"'])
      expect(page).toContain(words)
    expect(page).toContain('<span lang="sv" dir="auto">Vi vill hjälpas åt med &lt;morgnarna&gt;.</span>')
    expect(await (await as('jonas').get(sheet)).text()).not.toContain('name="interpreter"')
  })

  it('takes no yes without somebody who interpreted, and keeps what she chose', async () => {
    const refused = await inArabic({ familjestod: 'yes' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('<a href="#interpreter">')
    expect(await answersOf()).toEqual([])
    expect((await inArabic({ familjestod: 'yes' }, { interpreter: 'Amina Yusuf' })).status).toBe(303)
    const [answer, ...more] = await answersOf()
    expect([answer?.language, answer?.machine_translated, answer?.interpreted, more]).toEqual([
      'ar',
      true,
      true,
      [],
    ])
    expect(answer?.body?.includes('Amina')).toBe(false)
    const seen = await (await as('maja').get(consents)).text()
    expect(seen).toContain('här i Kronobarn, på arabiska, med tolk')
  })

  it('takes a no, and a yes that is taken back, as they are', async () => {
    expect((await inArabic({ familjestod: 'no' })).status).toBe(303)
    expect((await answersOf()).map(({ answer, interpreted }) => [answer, interpreted])).toEqual([
      ['no', false],
    ])
  })

  it('in Swedish, that a person has written, needs nobody', async () => {
    expect((await inArabic({ familjestod: 'yes' }, { language: 'sv' })).status).toBe(303)
    expect((await answersOf()).map(({ language, interpreted }) => [language, interpreted])).toEqual([
      ['sv', false],
    ])
  })

  it('noted by Maja needs the interpreter too, and any language that has no text here', async () => {
    const signer = await signerOfSara()
    const note = (more: Record<string, string>) =>
      as('maja').post(noting, {
        ...saying({ gaddan: 'yes' }),
        signer,
        way: 'telephone',
        answeredOn: '2026-11-24',
        seen: '0',
        ...more,
      })
    for (const language of ['ar', 'ti']) {
      const refused = await note({ language })
      expect([refused.status, (await refused.text()).includes('href="#interpreter"')]).toEqual([422, true])
    }
    expect((await note({ language: 'ti', interpreter: 'Telefontolken' })).status).toBe(303)
    expect((await answersOf()).map(({ language, interpreted }) => [language, interpreted])).toEqual([
      ['ti', true],
    ])
  })

  it('the database refuses it too', async () => {
    const signer = await signerOfSara()
    const yes = behindTheWalls('sara', lisa, (trx) =>
      trx
        .insertInto('consent_answer')
        .values({
          child_id: lisa,
          consent_id: sheetId,
          id: id('not understood'),
          signer_id: signer,
          unit_id: id('gaddan'),
          seq: 1,
          answer: 'yes',
          way: 'in_app',
          answered_at: inHours(0),
          noted_by: id('sara'),
          noted_at: inHours(0),
          language: 'ar',
          machine_translated: true,
        })
        .execute(),
    )
    await expect(yes).rejects.toThrow('understood')
  })
})
