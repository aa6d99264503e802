import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisasBox, openMatter, tellFamily } from '#test/arrange.ts'
import { actions, goals, lineOf, lisasPlan } from '#test/arrange-plan.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  type Person,
  withoutAudit,
  world,
} from '#test/world.ts'
import { paperBody } from '../paper.ts'

const at = { childId: lisa }
const paperId = id('the paper')
const give = paths.handover.givePaper.to(at)
const there = paths.handover.paper.to({ ...at, paperId })
const pdf = paths.handover.paperPdf.to({ ...at, paperId })
const said = id('works with lisa')
const receiver = 'Rektorn på <Bergets> skola i Tranås'
const onYes = {
  submission: paperId,
  receiver,
  why: 'Lisa flyttar och behöver läsa i lugn och ro.',
  basis: 'consent',
  yes: 'Sara och Jonas, den 20 november',
}
const received = { by: 'Eva Lind, Bergets skola', on: '2026-11-24' }
const pageOf = async (who: Person, path = there) => (await as(who).get(path)).text()
const papers = () => admin.selectFrom('paper_handover').selectAll().execute()
const matter = () => admin.selectFrom('matter').select(['closed_at', 'outcome']).executeTakeFirstOrThrow()
const responsible = async () => {
  const all = await admin.selectFrom('responsibility').select(['engagement_id', 'during']).execute()
  return all.flatMap(({ engagement_id, during }) => (String(during).endsWith(',)') ? [engagement_id] : []))
}

describe('to somebody outside, on paper', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara')
    const statement = { submission: said, voice: 'me', area: 'learning', working: 'Lisa skrattar i slöjden.' }
    await as('maja').post(paths.wheel.addStatement.to(at), statement)
  })

  it('Maja chooses line by line, and the paper is kept sealed as it was', async () => {
    await lisasPlan()
    const form = await pageOf('maja', give)
    for (const text of ['Lisa skrattar i slöjden.', 'Läsa tillsammans', 'hel bok', 'Mamma fick veta'])
      expect(form).toContain(text)
    const chosen = { works: `${said}.1.0`, wish: lineOf(goals.book), action: lineOf(actions.reading) }
    const given = await as('maja').post(give, { ...onYes, ...chosen })
    expect([given.status, given.headers.get('location')]).toEqual([303, there])
    const page = await pageOf('maja')
    for (const text of [
      '&lt;Bergets&gt;',
      'Lisa skrattar i slöjden.',
      'hel bok',
      'Petra Ek',
      'Sara och Jonas',
    ])
      expect(page).toContain(text)
    for (const text of ['lugnt på morgonen', 'Mamma fick veta']) expect(page).not.toContain(text)
    const [row] = await papers()
    const place = { table: 'paper_handover', column: 'body', row: paperId, version: 1 }
    const kept = row && (await lisasBox()).open(place, row.body, paperBody)
    expect(kept?.lines.map(({ kind }) => kind)).toEqual(['works', 'wish', 'action'])
  })

  it('it is printed as a paper that can be read aloud, and the log knows', async () => {
    await as('maja').post(give, { ...onYes, works: `${said}.1.0` })
    const printed = await as('maja').get(pdf)
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const bytes = Buffer.from(await printed.arrayBuffer()).toString('latin1')
    expect([bytes.startsWith('%PDF'), bytes.includes('/StructTreeRoot')]).toEqual([true, true])
    expect((await auditRows()).at(-1)).toEqual(['maja', 'handover.print-paper', 'done', lisa])
    const register = await admin
      .selectFrom('register_entry')
      .select(['kind', 'to_unit_id', 'legal_ground'])
      .execute()
    expect(register).toEqual([{ kind: 'paper', to_unit_id: null, legal_ground: 'samtycke' }])
  })

  it('Maja is responsible until she has noted who has it, and then it is over', async () => {
    await as('maja').post(give, onYes)
    expect([await responsible(), (await matter()).closed_at]).toEqual([[engagementOf('maja')], null])
    for (const [fault, field] of [
      [{ by: ' ' }, 'by'],
      [{ on: '2026-11-25' }, 'on'],
      [{ on: '2026-11-23' }, 'on'],
      [{ on: '' }, 'on'],
    ] as const) {
      const answer = await as('maja').post(there, { ...received, ...fault })
      expect([fault, answer.status, (await answer.text()).includes(`href="#${field}"`)]).toEqual([
        fault,
        422,
        true,
      ])
    }
    expect((await as('maja').post(there, received)).status).toBe(303)
    expect([await responsible(), (await matter()).outcome]).toEqual([[], 'handed_over'])
    const page = await pageOf('maja')
    expect(page).toContain('Eva Lind, Bergets skola, 24 november 2026')
    expect(page).toContain('det som pågick här är avslutat')
    expect((await as('maja').post(there, { ...received, by: 'Någon annan' })).status).toBe(409)
  })

  it('a plan goes on until it is ended on its own page', async () => {
    await lisasPlan()
    await as('maja').post(give, onYes)
    expect((await as('maja').post(there, received)).status).toBe(303)
    expect([await responsible(), (await matter()).closed_at]).toEqual([[engagementOf('maja')], null])
    expect(await pageOf('maja')).toContain(`href="${paths.plan.end.to(at)}"`)
  })

  it('on a rule it takes three sentences, which do not stand on the paper', async () => {
    const onRule = {
      ...onYes,
      basis: 'ground',
      ground: 'ej_men',
      necessary: 'De ska lära.',
      relevant: 'Det är deras.',
    }
    const missing = await as('maja').post(give, onRule)
    const page = await missing.text()
    expect([missing.status, page.includes('De ska lära.'), page.includes('&lt;Bergets&gt;')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await as('maja').post(give, { ...onRule, proportionate: 'Bara det.', ground: 'x' })).status).toBe(
      422,
    )
    expect(await papers()).toEqual([])
    expect((await as('maja').post(give, { ...onRule, proportionate: 'Bara det.' })).status).toBe(303)
    expect(await pageOf('maja')).toContain('De ska lära.')
  })

  it.each([
    ['nobody to receive it', { receiver: '' }, 'receiver'],
    ['no reason', { why: '' }, 'why'],
    ['no answer about the family', { basis: '' }, 'basis'],
    ['nobody who said yes', { yes: '' }, 'yes'],
  ])('%s is given back', async (_, fault, field) => {
    const answer = await as('maja').post(give, { ...onYes, familyThinks: 'De vill <gärna>.', ...fault })
    const page = await answer.text()
    expect([answer.status, page.includes(`href="#${field}"`)]).toEqual([422, true])
    expect(page).toContain('De vill &lt;gärna&gt;.')
    expect(await papers()).toEqual([])
  })

  it('sent twice it is one; without the log, none', async () => {
    expect((await withoutAudit(() => as('maja').post(give, onYes))).status).toBe(503)
    expect(await papers()).toEqual([])
    for (let time = 0; time < 2; time++) expect((await as('maja').post(give, onYes)).status).toBe(303)
    expect(await papers()).toHaveLength(1)
  })

  it('is hidden from everybody else; a colleague with the work reads it and decides nothing', async () => {
    await as('maja').post(give, onYes)
    const missing = await pageOf('eva', '/ingenting')
    for (const who of ['ali', 'birgit', 'stig', 'sofia', 'eva', 'sara', 'lisaSelf'] as const) {
      for (const path of [give, there])
        for (const answer of [await as(who).get(path), await as(who).post(path, { ...onYes, ...received })])
          expect([who, path, answer.status, await answer.text()]).toEqual([who, path, 404, missing])
      expect((await as(who).get(pdf)).status).toBe(404)
      const rows = behindTheWalls(who, lisa, (trx) => trx.selectFrom('paper_handover').select('id').execute())
      expect([who, await rows]).toEqual([who, []])
    }
    const page = await pageOf('petra')
    expect([page.includes('&lt;Bergets&gt;'), page.includes('name="by"')]).toEqual([true, false])
    expect((await as('petra').post(there, received)).status).toBe(404)
    expect((await as('petra').get(give)).status).toBe(404)
  })
})
