import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, joined, lisasMatter, markAsProtected, openMatter, takeBack, tellFamily } from '#test/arrange.ts'
import { actions, goals, lisasPlan } from '#test/arrange-plan.ts'
import { say, writeItem } from '#test/noninterference/rows.ts'
import {
  admin,
  as,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  type Person,
  setClock,
  world,
} from '#test/world.ts'

const page = paths.extract.ask.to({ childId: lisa })
const show = async (who: Person) => (await (await as(who).get(page)).text()).replace(/<[^>]*>/g, '')
const requestOf = async (unit: string, who: Person = 'sara') => {
  const row = await admin
    .selectFrom('extract_request')
    .select('id')
    .where('unit_id', '=', id(unit))
    .where('asked_by', '=', id(who))
    .executeTakeFirst()
  return row?.id ?? id('nothing at all')
}
const at = async (of: 'review' | 'json' | 'pdf', unit: string, who?: Person) =>
  paths.extract[of].to({ childId: lisa, requestId: await requestOf(unit, who) })

/** The one in a unit gives everything that it is asked about, but what has one of these words in it. */
async function giveAll(who: Person, address: string, not?: RegExp) {
  const text = await (await as(who).get(address)).text()
  const parts = text.split('<section').slice(1)
  const chosen = parts.map((part) => [
    /name="(part-[\da-f-]+)"/.exec(part)?.[1] ?? '',
    not?.test(part) ? 'may_harm' : 'give',
  ])
  return as(who).post(address, Object.fromEntries(chosen))
}
const given = async (who: Person, unit: string) => {
  const response = await as(who).get(await at('json', unit, who))
  return response.status === 200 ? JSON.stringify(await response.json()) : response.status
}
const waitsFor = async (who: Person) =>
  (await (await as(who).get(paths.tasks.to({}))).text()).includes('Gå igenom ett registerutdrag')

/** Ali at Familjestöd has written something of his own. */
const aliWrites = () =>
  writeItem({
    name: 'alis note',
    kind: 'work_note',
    by: 'ali',
    unit: 'familjestod',
    body: { text: 'Morgonbilderna hänger i köket.' },
  })

describe('an extract from every unit that one knows of', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await lisasPlan()
    await writeItem({
      name: 'majas note',
      kind: 'work_note',
      by: 'maja',
      body: { text: 'Lisa ritar hästar.' },
    })
  })

  it('Sara asks once; Familjestöd answers first, and the school when it is ready, each for its own', async () => {
    await joined('ali', 'familjestod')
    await aliWrites()
    setClock(inHours(1))
    expect((await as('sara').post(page)).status).toBe(303)
    const asked = await show('sara')
    expect(asked).toContain('Furuskolan: på väg.')
    expect(asked).toContain('Familjestöd Alvesta: på väg.')
    expect(asked).toContain('senast torsdag 24 december')
    expect(asked).not.toContain('Be om ett utdrag')
    expect(await waitsFor('ali')).toBe(true)

    const alis = await (await as('ali').get(await at('review', 'familjestod'))).text()
    expect(alis).toContain('Morgonbilderna')
    expect(alis).not.toContain('ritar hästar')
    const majas = await (await as('maja').get(await at('review', 'furuskolan'))).text()
    expect(majas).toContain('ritar hästar')
    expect(majas).not.toContain('Morgonbilderna')
    expect((await as('maja').get(await at('review', 'familjestod'))).status).toBe(404)
    expect((await as('ali').get(await at('review', 'furuskolan'))).status).toBe(404)

    expect((await giveAll('ali', await at('review', 'familjestod'))).status).toBe(303)
    expect(await show('sara')).toContain('Familjestöd Alvesta: klart.')
    expect(await show('sara')).toContain('Furuskolan: på väg.')
    const first = await given('sara', 'familjestod')
    expect(first).toContain('Morgonbilderna')
    expect(first).not.toContain('ritar hästar')
    expect(await given('sara', 'furuskolan')).toBe(404)
    expect(await given('jonas', 'familjestod')).toBe(404)

    expect((await giveAll('maja', await at('review', 'furuskolan'))).status).toBe(303)
    expect(await given('sara', 'furuskolan')).toContain('Lisa ritar hästar.')
    expect(await waitsFor('ali')).toBe(false)
    expect(await waitsFor('maja')).toBe(false)
  })

  it('from the one that carries come also what Sara has answered, with what she took back, and who has read', async () => {
    await joined('ali', 'familjestod')
    await as('ali').get(paths.plan.show.to({ childId: lisa }))
    await takeBack('sara', 'familjestod')
    setClock(inHours(48))
    await as('sara').post(page)
    await giveAll('maja', await at('review', 'furuskolan'))
    const got = JSON.parse(String(await given('sara', 'furuskolan')))
    expect(got.consents).toHaveLength(1)
    expect(got.consents[0]).toMatchObject({ unit: 'Familjestöd Alvesta', purpose: 'Lugnare morgnar' })
    expect(got.consents[0].answers.map(({ answer }: { answer: string }) => answer)).toEqual([
      'ja',
      'har tagit tillbaka sitt ja',
    ])
    expect(JSON.stringify(got.readings)).toContain('familjebehandlare på Familjestöd Alvesta: läste planen')
    const paper = await as('sara').get(await at('pdf', 'furuskolan'))
    expect(paper.headers.get('content-type')).toBe('application/pdf')

    await as('jonas').post(page)
    await giveAll('maja', await at('review', 'furuskolan', 'jonas'))
    const his = JSON.parse(String(await given('jonas', 'furuskolan')))
    expect(JSON.stringify(his.consents)).not.toContain('tagit tillbaka')
  })

  it('Jonas, who must not know of a unit, meets the same as where there is none, before and after he asked', async () => {
    const without = async (unit: boolean, after: boolean) => {
      await world()
      await openMatter()
      await tellFamily('sara', 'jonas')
      await lisasPlan()
      if (unit) {
        await joined('ali', 'familjestod')
        await aliWrites()
        if (!after) await bar('jonas', id('familjestod'))
      }
      setClock(inHours(48))
      await as('jonas').post(page)
      if (unit && after) await bar('jonas', id('familjestod'))
      await giveAll('maja', await at('review', 'furuskolan', 'jonas'))
      const whole = await (await as('jonas').get(page)).text()
      return [whole.replace(/[\da-f]{8}-[\da-f-]{27}/g, 'id'), await given('jonas', 'familjestod')]
    }
    const nothing = await without(false, false)
    expect(await without(true, false)).toEqual(nothing)
    expect(await waitsFor('ali')).toBe(false)
    const mine = await behindTheWalls('jonas', lisa, (trx) =>
      trx.selectFrom('extract_request').select('unit_id').execute(),
    )
    expect(mine).toEqual([{ unit_id: id('furuskolan') }])
    // The school's own parts that name the unit are gone as well.
    expect(await given('jonas', 'furuskolan')).not.toContain('Familjestöd')
    expect(await without(true, true)).toEqual(nothing)
    const later = await behindTheWalls('jonas', lisa, (trx) =>
      trx.selectFrom('extract_request').select('unit_id').execute(),
    )
    expect(later).toEqual([{ unit_id: id('furuskolan') }])
  })

  it('a unit that takes part in what Sara has not been told of is not asked', async () => {
    await admin.deleteFrom('family_talk').where('person_id', '=', id('jonas')).execute()
    await joined('ali', 'familjestod')
    await aliWrites()
    expect((await as('jonas').post(page)).status).toBe(404)
    expect(await admin.selectFrom('extract_request').select('id').execute()).toEqual([])
    expect(await waitsFor('ali')).toBe(false)
  })

  it('what is barred for Jonas is not in what Ali gives, and Ali is not told of any bar', async () => {
    await joined('ali', 'familjestod')
    const note = await aliWrites()
    await bar('jonas', note)
    await as('jonas').post(page)
    expect(await (await as('ali').get(await at('review', 'familjestod', 'jonas'))).text()).toContain(
      'Morgonbilderna',
    )
    await giveAll('ali', await at('review', 'familjestod', 'jonas'))
    expect(await given('jonas', 'familjestod')).not.toContain('Morgonbilderna')
  })

  it('the school that has handed over answers too, by the one who holds its function, who then knows nothing', async () => {
    const until = inHours(1)
    await admin.transaction().execute(async (trx) => {
      await sql`update responsibility set during = tstzrange(lower(during), ${until.toISOString()}::timestamptz)
        where child_id = ${lisa}`.execute(trx)
      await trx
        .insertInto('responsibility')
        .values({
          child_id: lisa,
          id: deps.newId(),
          matter_id: lisasMatter,
          kind: 'best_interests_lead',
          unit_id: id('mottagning'),
          engagement_id: engagementOf('rut'),
          during: `[${until.toISOString()},)`,
        })
        .execute()
    })
    await admin
      .updateTable('matter')
      .set({ secrecy_unit_id: id('wall mottagning') })
      .execute()
    await admin
      .deleteFrom('assignment')
      .where('child_id', '=', lisa)
      .where('engagement_id', 'in', [engagementOf('maja'), engagementOf('stig')])
      .execute()
    setClock(inHours(2))
    const child = paths.child.to({ childId: lisa })
    expect((await as('maja').get(child)).status).toBe(404)
    // What the school has barred itself it sees, and chooses nothing; what somebody else has barred is no news to it.
    await bar('sara', actions.sleep)
    await bar('sara', actions.swimming)
    await admin
      .updateTable('bar_reason')
      .set({ secrecy_unit_id: id('wall mottagning') })
      .where('bar_id', '=', admin.selectFrom('bar').select('id').where('thing_id', '=', actions.swimming))
      .execute()

    await as('sara').post(page)
    expect(await show('sara')).toContain('Barn- och elevhälsan Alvesta: på väg.')
    expect(await show('sara')).toContain('Furuskolan: på väg.')
    expect(await waitsFor('rut')).toBe(true)
    expect(await waitsFor('maja')).toBe(true)
    expect(await waitsFor('stig')).toBe(false)
    const kept = await (await as('maja').get(await at('review', 'furuskolan'))).text()
    expect(kept).toContain('ritar hästar')
    expect(kept).toContain('Läsa tillsammans')
    const partWith = (words: string) => kept.split('<section').find((part) => part.includes(words)) ?? ''
    expect(partWith('Samtal om sömn')).toContain('Får inte lämnas till den som frågar')
    expect(partWith('Samtal om sömn')).not.toContain('<select')
    expect(partWith('Simskola')).toContain('<select')
    expect(partWith('Simskola')).not.toContain('Får inte')
    expect((await as('stig').get(await at('review', 'furuskolan'))).status).toBe(404)
    const nothing = await (await as('rut').get(await at('review', 'mottagning'))).text()
    expect(nothing).toContain('Vem som har ansvarat')
    expect(nothing).not.toMatch(/ritar hästar|Läsa tillsammans/)
    expect((await giveAll('rut', await at('review', 'mottagning'))).status).toBe(303)
    expect((await giveAll('maja', await at('review', 'furuskolan'))).status).toBe(303)
    expect((await as('maja').get(child)).status).toBe(404)
    expect(await given('sara', 'furuskolan')).toContain('Lisa ritar hästar.')
    expect(await given('sara', 'furuskolan')).not.toMatch(/Samtal om sömn|Simskola/)
    expect(await given('sara', 'mottagning')).not.toContain('ritar hästar')
  })

  it('left unanswered, it reaches the stand-in', async () => {
    await admin
      .updateTable('unit_function')
      .set({ stand_in_engagement_id: engagementOf('petra') })
      .where('unit_id', '=', id('familjestod'))
      .execute()
    await admin
      .updateTable('engagement')
      .set({ unit_id: id('familjestod') })
      .where('id', '=', engagementOf('petra'))
      .execute()
    await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('petra')).execute()
    await joined('ali', 'familjestod')
    await aliWrites()
    await as('sara').post(page)
    const review = await at('review', 'familjestod')
    expect((await as('petra').get(review)).status).toBe(404)
    setClock(inHours(24 * 15))
    expect(await (await as('petra').get(review)).text()).toContain('Morgonbilderna')
    await giveAll('petra', review)
    expect((await as('petra').get(paths.child.to({ childId: lisa }))).status).toBe(404)
  })

  it('the function goes to somebody else while it waits: they answer, and the one before is out', async () => {
    await admin
      .updateTable('engagement')
      .set({ unit_id: id('familjestod') })
      .where('id', 'in', [engagementOf('petra'), engagementOf('stig')])
      .execute()
    await joined('ali', 'familjestod')
    await aliWrites()
    await as('sara').post(page)
    await admin
      .deleteFrom('assignment')
      .where('engagement_id', 'in', [engagementOf('petra'), engagementOf('stig')])
      .execute()
    await takeBack('sara', 'familjestod')
    const review = await at('review', 'familjestod')
    expect([await waitsFor('ali'), await waitsFor('petra')]).toEqual([true, false])
    expect((await as('petra').get(review)).status).toBe(404)
    await admin
      .updateTable('unit_function')
      .set({ holder_engagement_id: engagementOf('petra'), stand_in_engagement_id: engagementOf('stig') })
      .where('unit_id', '=', id('familjestod'))
      .execute()
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['ali', 'stig', 'eva', 'jonas'] as const)
      expect([who, await (await as(who).get(review)).text()]).toEqual([who, missing])
    expect((await as('ali').get(paths.child.to({ childId: lisa }))).status).toBe(404)
    expect([await waitsFor('ali'), await waitsFor('petra'), await waitsFor('stig')]).toEqual([
      false,
      true,
      false,
    ])
    expect(await (await as('petra').get(review)).text()).toContain('Morgonbilderna')
    setClock(inHours(24 * 15))
    expect(await (await as('stig').get(review)).text()).toContain('Morgonbilderna')
    expect((await giveAll('petra', review)).status).toBe(303)
    expect(await given('sara', 'familjestod')).toContain('Morgonbilderna')
    for (const who of ['petra', 'stig'] as const)
      expect((await as(who).get(paths.child.to({ childId: lisa }))).status).toBe(404)
  })

  it('the holder leaves while it waits: the stand-in answers at once', async () => {
    await admin
      .updateTable('unit_function')
      .set({ stand_in_engagement_id: engagementOf('petra') })
      .where('unit_id', '=', id('familjestod'))
      .execute()
    await admin
      .updateTable('engagement')
      .set({ unit_id: id('familjestod') })
      .where('id', '=', engagementOf('petra'))
      .execute()
    await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('petra')).execute()
    await joined('ali', 'familjestod')
    await as('sara').post(page)
    await admin
      .updateTable('engagement')
      .set({ valid_to: '2026-11-23' })
      .where('id', '=', engagementOf('ali'))
      .execute()
    expect(await waitsFor('petra')).toBe(true)
    expect((await as('petra').get(await at('review', 'familjestod'))).status).toBe(200)
  })

  it('a goal that is barred for Jonas takes its actions with it, also after they were given', async () => {
    await as('jonas').post(page)
    const address = await at('review', 'furuskolan', 'jonas')
    await bar('jonas', goals.morning)
    const sleep = (await (await as('maja').get(address)).text())
      .split('<section')
      .find((part) => part.includes('Samtal om sömn'))
    expect(sleep).toContain('Får inte lämnas till den som frågar')
    expect(sleep).not.toContain('<select')
    await giveAll('maja', address)
    expect(await given('jonas', 'furuskolan')).toContain('Läsa tillsammans')
    await bar('jonas', goals.book)
    expect(await given('jonas', 'furuskolan')).not.toContain('Läsa tillsammans')
  })

  it('waits for as long as nobody has answered, also half a year', async () => {
    await joined('ali', 'familjestod')
    await aliWrites()
    await as('sara').post(page)
    await admin.deleteFrom('access_grant').execute()
    setClock(inHours(24 * 120))
    await admin
      .updateTable('session')
      .set({ ends_at: inHours(24 * 200), last_seen_at: inHours(24 * 120) })
      .execute()
    const address = await at('review', 'familjestod')
    expect(await (await as('ali').get(address)).text()).toContain('Morgonbilderna')
  })

  it('what Lisa told Ali only is in nobody’s extract', async () => {
    await joined('ali', 'familjestod')
    await say({
      name: 'confidence',
      by: 'ali',
      unit: 'familjestod',
      readers: 'told',
      voice: 'child',
      speaker: 'lisaSelf',
      words: 'Jag sover hos mormor',
    })
    await as('sara').post(page)
    expect(await (await as('ali').get(await at('review', 'familjestod'))).text()).not.toContain('mormor')
  })

  it('who looks through the extract reads what the unit has written there, and opens no plan by it', async () => {
    await joined('ali', 'familjestod')
    await takeBack('sara', 'familjestod')
    await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('ali')).execute()
    await aliWrites()
    setClock(inHours(1))
    await as('sara').post(page)
    expect(await (await as('ali').get(await at('review', 'familjestod'))).text()).toContain('Morgonbilderna')
    for (const address of [paths.plan.show, paths.wheel.show, paths.timeline])
      expect((await as('ali').get(address.to({ childId: lisa }))).status).toBe(404)
    const items = () =>
      behindTheWalls('ali', lisa, (trx) => trx.selectFrom('item').select('id').orderBy('id').execute())
    expect(await items()).toEqual([{ id: id('alis note') }])
    await giveAll('ali', await at('review', 'familjestod'))
    expect(await items()).toEqual([])
  })

  it('a grown Lisa gets what was barred for a parent too, and her parents get nothing', async () => {
    await joined('ali', 'familjestod')
    await aliWrites()
    await bar('jonas', actions.sleep)
    await bar('jonas', id('familjestod'))
    await admin.updateTable('child').set({ born_on: '2008-03-14' }).where('id', '=', lisa).execute()
    expect((await as('lisaSelf').post(page)).status).toBe(303)
    await giveAll('maja', await at('review', 'furuskolan', 'lisaSelf'))
    await giveAll('ali', await at('review', 'familjestod', 'lisaSelf'))
    expect(await given('lisaSelf', 'furuskolan')).toContain(actions.sleep)
    expect(await given('lisaSelf', 'familjestod')).toContain('Morgonbilderna')
    for (const who of ['sara', 'jonas'] as const) expect((await as(who).get(page)).status).toBe(404)
  })
})

/** Where Lisa is, and who works there: what somebody has written in words, somebody has to see. */
const places = /Furuskolan|Familjestöd|Alvesta|Gäddan|Maja|Ali R|Petra|Stig|Ingrid/

describe('an extract of a protected child', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await lisasPlan()
    await joined('ali', 'familjestod')
    await writeItem({
      name: 'majas note',
      kind: 'work_note',
      by: 'maja',
      body: { text: 'Lisa ritar hästar.' },
    })
    await aliWrites()
    setClock(inHours(1))
    await bar('jonas')
    expect((await markAsProtected()).status).toBe(303)
    setClock(inHours(48))
  })

  it('one that was given before the mark names no place after it', async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await lisasPlan()
    await joined('ali', 'familjestod')
    setClock(inHours(1))
    await as('sara').post(page)
    await giveAll('maja', await at('review', 'furuskolan'), /på Furu/)
    expect(await given('sara', 'furuskolan')).toMatch(/Familjestöd Alvesta/)
    expect((await markAsProtected()).status).toBe(303)
    setClock(inHours(2))
    expect(await given('sara', 'furuskolan')).not.toMatch(/Furuskolan|Familjestöd Alvesta|Simklubben/)
  })

  it('Sara gets it, and neither the page’s file nor the data tells a place or who works there; Jonas gets nothing', async () => {
    expect((await as('sara').post(page)).status).toBe(303)
    expect((await as('jonas').post(page)).status).toBe(404)
    expect((await as('jonas').get(page)).status).toBe(404)
    const alis = await (await as('ali').get(await at('review', 'familjestod'))).text()
    expect(alis).toContain('Skyddat barn')
    expect(alis).not.toContain('Holmgren')
    await giveAll('maja', await at('review', 'furuskolan'), /Ring Maja|Petra Ek|Ali R|Stig|Ingrid|på Furu/)
    await giveAll('ali', await at('review', 'familjestod'))
    for (const unit of ['furuskolan', 'familjestod']) {
      const got = String(await given('sara', unit))
      expect(got).toContain(unit === 'furuskolan' ? 'Lisa ritar hästar.' : 'Morgonbilderna')
      expect(got).toContain(unit === 'furuskolan' ? 'Skolan' : 'Socialtjänsten')
      expect(got).not.toMatch(places)
      expect((await as('sara').get(await at('pdf', unit))).status).toBe(200)
      expect((await as('jonas').get(await at('pdf', unit))).status).toBe(404)
    }
    const stored = await sql<{ all: string }>`select r::text as all from extract_request r`.execute(admin)
    expect(JSON.stringify(stored.rows)).not.toMatch(/Lisa|Furu/)
  })
})
