import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, lisasMatter, markAsProtected, openMatter, protectLisa } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  inHours,
  lisa,
  noon,
  setClock,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.noticing.notice.to({})
const aboutLisa = paths.noticing.noticeChild.to({ childId: lisa })
const receipt = paths.noticing.receipt.to({})
const told = { who: 'Lisa Holmgren, 8 år, Furuskolan', sentence: 'Lisa somnar på lektionen efter <lunch>.' }

const matters = () => admin.selectFrom('matter').selectAll().execute()
const waiting = () =>
  admin.selectFrom('task').select(['child_id', 'kind', 'engagement_id', 'due_on']).execute()

describe('somebody notices something', () => {
  beforeEach(() => world())

  it('Petra, Lisa’s teacher, tells in one sentence, and it waits for Maja from that moment', async () => {
    const answer = await as('petra').post(aboutLisa, { sentence: told.sentence })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, receipt])
    expect(await waiting()).toEqual([
      { child_id: lisa, kind: 'receive_noticing', engagement_id: engagementOf('maja'), due_on: '2026-11-26' },
    ])
    const [matter] = await matters()
    expect(matter).toMatchObject({ child_id: lisa, secrecy_unit_id: id('wall furuskolan'), closed_at: null })
    expect(await auditRows()).toEqual([['petra', 'noticing.send', 'done', lisa]])
  })

  it('a child that is only described gets a record of its own, and nobody learns whether Lisa is known', async () => {
    const known = await as('petra').post(address, told)
    const unheardOf = await as('petra').post(address, { ...told, who: 'Ingenting Alls, 8 år, Furuskolan' })
    expect([known.status, known.headers.get('location')]).toEqual([
      unheardOf.status,
      unheardOf.headers.get('location'),
    ])
    const provisional = await admin
      .selectFrom('child')
      .select(['given_name', 'provisional'])
      .where('provisional', '=', true)
      .execute()
    expect(provisional).toHaveLength(2)
    expect(
      (await waiting()).every(
        (task) => task.child_id !== lisa && task.engagement_id === engagementOf('maja'),
      ),
    ).toBe(true)
  })

  it('what is written lies sealed', async () => {
    await as('petra').post(aboutLisa, { sentence: told.sentence })
    const [row] = await admin.selectFrom('item_version').select('body').execute()
    expect(row?.body.includes('lunch')).toBe(false)
  })

  it('sent twice, it is one', async () => {
    const submission = '11111111-1111-4111-8111-111111111111'
    for (let time = 0; time < 2; time++)
      expect((await as('petra').post(address, { ...told, submission })).status).toBe(303)
    for (let time = 0; time < 2; time++)
      expect((await as('petra').post(aboutLisa, { ...told, submission })).status).toBe(303)
    expect(await admin.selectFrom('noticing').select('item_id').execute()).toHaveLength(2)
  })

  it('Sofia, in another secrecy unit, is asked whether the family says yes, and keeps what she wrote', async () => {
    const asked = await as('sofia').post(aboutLisa, { sentence: told.sentence })
    const page = await asked.text()
    expect(asked.status).toBe(422)
    expect(page).toContain('href="#sharing"')
    expect(page).toContain('Lisa somnar på lektionen efter &lt;lunch&gt;.')
    expect(await matters()).toEqual([])

    expect(
      (await as('sofia').post(aboutLisa, { sentence: told.sentence, sharing: 'family_says_yes' })).status,
    ).toBe(303)
    const seen = await behindTheWalls('maja', lisa, (trx) =>
      trx.selectFrom('item_version').select('version').execute(),
    )
    expect(seen).toEqual([{ version: 1 }])
  })

  it('without a yes and without a rule, Sofia asks without saying who it is', async () => {
    await as('sofia').post(aboutLisa, { sentence: 'Hur gör man när någon somnar?', sharing: 'without_name' })
    expect((await matters()).map((matter) => matter.child_id)).not.toContain(lisa)
    const [task] = await waiting()
    expect(task?.engagement_id).toBe(engagementOf('maja'))
  })

  it('on a rule only with one that Sofia’s unit may rest on, and three sentences', async () => {
    const onRule = {
      sentence: told.sentence,
      sharing: 'ground',
      ground: 'ej_men',
      necessary: 'De ser henne varje dag.',
      relevant: 'Det handlar om skoldagen.',
      proportionate: 'En enda mening.',
    }
    const page = await (await as('sofia').get(aboutLisa)).text()
    expect(page).toContain('value="emi_elevhalsa"')
    expect(page).not.toMatch(/value="(generalklausul|halsa_social_underarig|samtycke)"/)
    for (const [fault, field] of [
      [{ ground: 'generalklausul' }, 'ground'],
      [{ ground: '' }, 'ground'],
      [{ relevant: '' }, 'relevant'],
    ] as const) {
      const answer = await as('sofia').post(aboutLisa, { ...onRule, ...fault })
      expect([field, answer.status, (await answer.text()).includes(`href="#${field}"`)]).toEqual([
        field,
        422,
        true,
      ])
    }
    expect((await as('sofia').post(aboutLisa, onRule)).status).toBe(303)
    const [grant] = await admin.selectFrom('access_grant').select(['legal_ground', 'sharing_test']).execute()
    expect([grant?.legal_ground, grant?.sharing_test?.includes('mening')]).toEqual(['ej_men', false])
  })

  it('Ali, who takes part around Lisa and does not know her school, tells the one who is responsible', async () => {
    await openMatter()
    await joined('ali', 'familjestod')
    await as('ali').post(aboutLisa, { sentence: told.sentence, sharing: 'family_says_yes' })
    expect((await waiting())[0]?.engagement_id).toBe(engagementOf('maja'))
    const [handling] = await admin.selectFrom('noticing_handling').select('matter_id').execute()
    expect(handling?.matter_id).toBe(lisasMatter)
  })

  it('Sara, Lisa’s mother, tells about her own child', async () => {
    expect((await as('sara').post(aboutLisa, { sentence: 'Lisa vill inte gå till skolan.' })).status).toBe(
      303,
    )
    expect((await waiting())[0]?.engagement_id).toBe(engagementOf('maja'))
  })

  it('Lisa is protected: what Petra has seen stays at her school, though nothing tells her where Lisa is', async () => {
    await openMatter()
    await markAsProtected()
    await admin.transaction().execute(async (trx) => {
      const over = { closed_at: noon, outcome: 'thanked' as const }
      await trx.updateTable('matter').set(over).where('child_id', '=', lisa).execute()
      await sql`update responsibility set during = tstzrange(lower(during), ${noon.toISOString()}::timestamptz)`.execute(
        trx,
      )
    })
    setClock(inHours(1))
    const sent = await as('petra').post(paths.noticing.noticeChild.to({ childId: lisa }), {
      sentence: 'Hon skrattade mycket.',
    })
    expect(sent.status).toBe(303)
    const rows = await admin.selectFrom('noticing').select('to_unit_id').execute()
    expect(rows).toEqual([{ to_unit_id: id('furuskolan') }])
  })

  it('Lisa is protected, and nothing says where she is: Sara chooses, and nobody else’s municipality gets it', async () => {
    await protectLisa('skyddad_folkbokforing')
    const form = await (await as('sara').get(aboutLisa)).text()
    expect(form).toContain('Vilken kommun ska läsa det?')
    for (const name of ['Alvesta', 'Ljungby']) expect(form).toContain(`>${name}</option>`)
    expect(form).not.toContain('selected')
    const asked = await as('sara').post(aboutLisa, { sentence: told.sentence })
    expect([asked.status, (await asked.text()).includes('href="#where"')]).toEqual([422, true])
    expect(await matters()).toEqual([])
    expect((await as('sara').post(aboutLisa, { sentence: told.sentence, where: '0764' })).status).toBe(303)
    expect((await waiting())[0]?.engagement_id).toBe(engagementOf('rut'))
    expect(await (await as('petra').get(aboutLisa)).text()).not.toContain('Vilken kommun')
    // Petra, who meets Lisa every day, tells her own unit, which needs no register to say where Lisa goes.
    expect((await as('petra').post(aboutLisa, { sentence: told.sentence })).status).toBe(303)
    expect((await waiting()).map((task) => task.engagement_id)).toContain(engagementOf('maja'))
  })

  it('words that say nowhere, from a parent, could go anywhere: she is asked', async () => {
    const words = { who: 'Lisa, 8 år', sentence: 'Hon vill inte gå till skolan.' }
    const asked = await as('sara').post(address, words)
    const page = await asked.text()
    expect([asked.status, page.includes('href="#where"')]).toEqual([422, true])
    expect(page).toContain('value="Lisa, 8 år"')
    expect((await as('sara').post(address, { ...words, where: '0764' })).status).toBe(303)
    expect((await as('sara').post(address, { ...words, who: 'Lisa, 8 år, Furuskolan' })).status).toBe(303)
    expect((await waiting()).map((task) => task.engagement_id).sort()).toEqual(
      [engagementOf('maja'), engagementOf('rut')].sort(),
    )
  })

  it('what Lisa sends herself leaves no trace in her own session', async () => {
    expect((await as('lisaSelf').post(aboutLisa, { sentence: 'Jag vill prata med någon.' })).status).toBe(303)
    expect(
      await behindTheWalls('lisaSelf', lisa, (trx) => trx.selectFrom('item').select('id').execute()),
    ).toEqual([])
    expect(
      await behindTheWalls('maja', lisa, (trx) => trx.selectFrom('item').select('id').execute()),
    ).toHaveLength(1)
  })

  it('unread, it reaches the stand-in too, and not before', async () => {
    await as('petra').post(aboutLisa, { sentence: told.sentence })
    const forStig = () =>
      behindTheWalls('stig', undefined, (trx) => trx.selectFrom('task').select('kind').execute())
    setClock(new Date('2026-11-27T05:59:00Z'))
    expect(await forStig()).toEqual([])
    setClock(new Date('2026-11-27T06:01:00Z'))
    expect(await forStig()).toEqual([{ kind: 'receive_noticing' }])
  })

  it('good news asks for no decision, and waits only to be read', async () => {
    await as('petra').post(aboutLisa, { sentence: 'Lisa läste högt för hela klassen.', goodNews: 'ja' })
    expect((await waiting()).map(({ kind }) => kind)).toEqual(['read_good_news'])
    expect(await matters()).toEqual([])
    expect(
      await behindTheWalls('maja', lisa, (trx) => trx.selectFrom('item').select('kind').execute()),
    ).toEqual([{ kind: 'noticing' }])
  })

  it.each([
    ['nothing is told', { sentence: ' ' }, 'sentence', 'Skriv en mening'],
    ['no child is named', { who: '' }, 'who', 'Skriv vilket barn'],
    [
      'a character turns the text around',
      { sentence: 'abc\u202edef' },
      'sentence',
      'Ta bort det dolda tecknet',
    ],
    ['a field is far too long', { sentence: 'å'.repeat(100_000) }, 'sentence', 'Skriv högst 2000 tecken'],
  ])('gives the form back when %s', async (_, fault, field, message) => {
    const answer = await as('petra').post(address, { ...told, ...fault })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${field}">${message}`)
    for (const [name, text] of Object.entries(told))
      if (!(name in fault)) expect(page).toContain(text.replace('<', '&lt;').replace('>', '&gt;'))
    expect(await matters()).toEqual([])
  })

  it('is hidden from those who do not know the child', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['eva', 'karin', 'ingrid'] as const)
      for (const child of [lisa, unknownChild]) {
        const there = paths.noticing.noticeChild.to({ childId: child })
        for (const answer of [await as(who).get(there), await as(who).post(there, told)])
          expect([answer.status, await answer.text()]).toEqual([404, missing])
      }
    expect(await matters()).toEqual([])
  })

  it('sends nothing and says so when the log cannot be written', async () => {
    const answer = await withoutAudit(() => as('petra').post(address, told))
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('Lisa somnar på lektionen')
    expect(await matters()).toEqual([])
  })
})
