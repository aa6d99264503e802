import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, tellFamily } from '#test/arrange.ts'
import { asks, question } from '#test/consultations.ts'
import { itemId, sends } from '#test/links.ts'
import { admin, as, behindTheWalls, deps, id, lisa, type Person, world } from '#test/world.ts'

const page = paths.extract.ask.to({ childId: lisa })
const tie = paths.consultation.link.to({ childId: lisa })
const take = paths.wheel.takeAnswer.to({ childId: lisa, itemId })
const coachSays = 'Hon skrattar i laget.'
const aliSays = 'Börja med att sova mer.'

/** Where the extract that waits is looked through. */
async function asksFor(who: Person) {
  expect((await as(who).post(page)).status).toBe(303)
  const { id: requestId } = await admin
    .selectFrom('extract_request')
    .select('id')
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    review: paths.extract.review.to({ childId: lisa, requestId }),
    json: paths.extract.json.to({ childId: lisa, requestId }),
  }
}
const textOf = async (who: Person, path: string) => (await as(who).get(path)).text()
const partsOf = (shown: string) => shown.split('<section').slice(1)

/** All is given but the parts with a word in them. */
async function gives(review: string, but: string) {
  const chosen = partsOf(await textOf('maja', review)).flatMap((part) => {
    const name = /name="(part-[\da-f-]+)"/.exec(part)?.[1]
    return name ? [[name, part.includes(but) ? 'other_person' : 'give']] : []
  })
  expect((await as('maja').post(review, Object.fromEntries(chosen))).status).toBe(303)
}

beforeEach(async () => {
  await world()
  await openMatter({ with: ['petra'] })
  await tellFamily('sara', 'jonas')
})

describe('an answer that has come by a link and waits', () => {
  beforeEach(async () => {
    await as('nobody').post(await sends(), { working: coachSays })
  })

  it('is a part of its own, pointed out as about somebody else, and Sara gets it when it is given', async () => {
    const { review, json } = await asksFor('sara')
    const part = partsOf(await textOf('maja', review)).find((one) => one.includes(coachSays))
    expect(part).toContain('Länk till någon utan inloggning')
    expect(part).toContain('Handlar också om någon annan')
    expect(part).toContain('Svarade')
    await gives(review, 'nothing')
    expect(await textOf('sara', json)).toContain(coachSays)
    expect((await as('jonas').get(json)).status).toBe(404)
  })

  it('held back it does not come; taken in it is told once, as what it became', async () => {
    const first = await asksFor('sara')
    await gives(first.review, coachSays)
    expect(await textOf('sara', first.json)).not.toContain(coachSays)
    await as('maja').post(take, { submission: id('taken'), put: 'apart' })
    const { review } = await asksFor('sara')
    const shown = partsOf(await textOf('maja', review)).filter((one) => one.includes(coachSays))
    expect(shown.map((one) => one.includes('Svar från någon annan'))).toEqual([true])
  })

  it('is never given to whoever must not know of the question', async () => {
    await bar('sara', itemId)
    const { review, json } = await asksFor('sara')
    await gives(review, 'nothing')
    expect(await textOf('sara', json)).not.toContain(coachSays)
  })
})

describe('a question without a name that was about Lisa', () => {
  let consultation = ''
  beforeEach(async () => {
    const { consultationId, thread } = await asks('petra')
    consultation = consultationId
    await as('ali').post(thread, { submission: deps.newId(), words: aliSays })
    await as('petra').post(tie, { consultation, agreedOn: '2026-11-24', agreed: 'ja' })
  })

  it('is looked through message by message, and Sara gets what is given', async () => {
    const { review, json } = await asksFor('sara')
    const parts = partsOf(await textOf('maja', review))
    const asked = parts.find((one) => one.includes(question))
    const answered = parts.find((one) => one.includes(aliSays))
    expect(asked).toContain('Petra')
    expect(answered).toContain('Familjestöd Alvesta')
    expect(answered).not.toContain('Ali')
    expect(parts.find((one) => one.includes('Fråga utan namn som gällde barnet'))).toContain(
      '24 november 2026',
    )
    await gives(review, aliSays)
    const data = await textOf('sara', json)
    expect([data.includes(question), data.includes(aliSays)]).toEqual([true, false])
  })

  it('untied, it is nobody’s; and what may not be told of family support is not in it', async () => {
    await bar('sara', id('familjestod'))
    const barred = await asksFor('sara')
    await gives(barred.review, 'nothing')
    expect(await textOf('sara', barred.json)).not.toContain(question)
    await as('petra').post(tie, { unlink: consultation })
    const { review } = await asksFor('sara')
    expect(await textOf('maja', review)).not.toContain(question)
  })

  it('its key opens for whoever looks through it, only while it waits, and for nobody else', async () => {
    await admin.deleteFrom('unit_function').where('unit_id', '=', id('furuskolan')).execute()
    const key = (who: Person) =>
      behindTheWalls(who, lisa, (trx) =>
        trx.selectFrom('subject_key').select('subject_id').where('subject_id', '=', consultation).execute(),
      )
    expect(await key('maja')).toEqual([])
    const { review } = await asksFor('sara')
    expect(await key('maja')).toHaveLength(1)
    for (const who of ['sara', 'eva', 'sofia', 'karin'] as const)
      expect([who, await key(who)]).toEqual([who, []])
    for (const who of ['ali', 'sofia', 'sara', 'eva'] as const)
      expect([who, (await as(who).get(review)).status]).toEqual([who, 404])
    await gives(review, 'nothing')
    expect(await key('maja')).toEqual([])
  })
})
