import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, markAsProtected, openMatter, takeBack, tellFamily } from '#test/arrange.ts'
import { asks } from '#test/consultations.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  lisa,
  nils,
  world,
} from '#test/world.ts'

const page = paths.consultation.link.to({ childId: lisa })
const textOf = async (who: Parameters<typeof as>[0], path: string) => (await as(who).get(path)).text()
const links = () => admin.selectFrom('consultation_child').selectAll().execute()
const yes = { agreedOn: '2026-11-24', agreed: 'ja' }

describe('Petra’s question was about Lisa, and the family wants it to be known', () => {
  let consultation = ''
  let thread = ''
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    const asked = await asks('petra')
    consultation = asked.consultationId
    thread = asked.thread
  })

  it('from Lisa’s page; Petra and Maja see it, Ali does not', async () => {
    expect(await textOf('maja', paths.child.to({ childId: lisa }))).toContain(`href="${page}"`)
    expect(await textOf('petra', thread)).toContain('Gäller det ett barn du arbetar med?')
    expect(await textOf('petra', page)).toContain('Familjestöd Alvesta, tisdag 24 november')
    const answer = await as('petra').post(page, { consultation, ...yes })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, page])
    expect(await textOf('petra', page)).toContain('Uppmärksamma barnet')
    const forMaja = await textOf('maja', page)
    for (const href of [
      thread,
      paths.sharing.ask.to({ childId: lisa }),
      paths.meeting.call.to({ childId: lisa }),
      paths.handover.prepare.to({ childId: lisa }),
    ])
      expect(forMaja).toContain(`href="${href}"`)
    for (const who of ['petra', 'maja'] as const) expect(await textOf(who, thread)).toContain('Lisa Holmgren')
    expect(await textOf('ali', thread)).not.toContain('Lisa')
    const rows = await auditRows()
    expect(rows.filter(([who, act]) => who === 'petra' && act === 'consultation.link')).toEqual([
      ['petra', 'consultation.link', 'done', lisa],
    ])
    const { rows: shown } = await sql<{ act: string }>`select e.act from audit_subject s
      join audit_event e on e.id = s.event_id where s.child_id = ${lisa} and e.act = 'consultation.show'`.execute(
      admin,
    )
    expect(shown).toHaveLength(2)
  })

  it('Ali sees whom it was about as long as the family’s consent lasts, and not because he knows Lisa', async () => {
    await as('petra').post(page, { consultation, ...yes })
    await assign('ali', lisa, 'ordinary')
    expect(await textOf('ali', thread)).not.toContain('Lisa')
    await joined('ali', 'familjestod')
    expect(await textOf('ali', thread)).toContain(`href="${paths.child.to({ childId: lisa })}">Lisa Holmgren`)
    await takeBack('jonas', 'familjestod')
    expect(await textOf('ali', thread)).not.toContain('Lisa')
    expect(await textOf('petra', thread)).toContain('Lisa Holmgren')
  })

  it('a grant that rests on no consent shows nothing', async () => {
    await as('petra').post(page, { consultation, ...yes })
    await joined('ali', 'familjestod')
    await admin.updateTable('access_grant').set({ consent_id: null, legal_ground: 'nod' }).execute()
    expect(await textOf('ali', thread)).not.toContain('Lisa')
  })

  it('is taken back when it was the wrong child, and may be tied anew', async () => {
    await as('petra').post(page, { consultation, ...yes })
    expect((await as('petra').post(page, { unlink: consultation })).status).toBe(303)
    expect(await textOf('petra', thread)).not.toContain('Lisa')
    expect((await as('petra').post(page, { consultation, ...yes })).status).toBe(303)
    expect((await links()).map(({ ended_at }) => ended_at === null).sort()).toEqual([false, true])
  })

  it('sent twice it is once; what is missing comes back', async () => {
    const form = { consultation, ...yes, submission: deps.newId() }
    for (const _ of [1, 2]) expect((await as('petra').post(page, form)).status).toBe(303)
    expect(await links()).toHaveLength(1)
    const second = (await asks('petra', { words: 'En till fråga.' })).consultationId
    const wrong = [
      [{ agreed: '' }, 'Fråga familjen först'],
      [{ agreedOn: '2026-11-25' }, 'inte är framåt'],
      [{ agreedOn: '' }, 'Välj dagen'],
      [{ consultation: id('somebody else’s') }, 'Välj en av dina egna'],
    ] as const
    for (const [change, words] of wrong) {
      const answer = await as('petra').post(page, { consultation: second, ...yes, ...change })
      expect([answer.status, (await answer.text()).includes(words)]).toEqual([422, true])
    }
    expect(await links()).toHaveLength(1)
  })

  it('is nobody else’s: not Maja’s to tie, not for those who do not know Lisa, not for the family', async () => {
    expect((await as('maja').post(page, { consultation, ...yes })).status).toBe(422)
    const missing = await textOf('maja', '/ingenting')
    for (const who of ['eva', 'ali', 'ingrid', 'sara', 'lisaSelf'] as const)
      for (const answer of [await as(who).get(page), await as(who).post(page, { consultation, ...yes })])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(
      (await as('petra').post(paths.consultation.link.to({ childId: nils }), { consultation, ...yes }))
        .status,
    ).toBe(404)
    expect(await links()).toHaveLength(0)
  })

  it('what one has tied to another child is not on offer here', async () => {
    await assign('petra', nils, 'ordinary')
    await as('petra').post(paths.consultation.link.to({ childId: nils }), { consultation, ...yes })
    expect(await textOf('petra', page)).toContain('Du har ingen egen fråga')
    expect((await as('petra').post(page, { consultation, ...yes })).status).toBe(422)
  })

  it('never of a child whose places are hidden', async () => {
    await as('petra').post(page, { consultation, ...yes })
    await joined('ali', 'familjestod')
    expect((await markAsProtected()).status).toBe(303)
    expect(await textOf('ali', thread)).not.toContain('Lisa')
    expect(await textOf('ali', thread)).not.toContain(lisa)
    expect((await as('maja').get(page)).status).toBe(200)
  })

  it('the database itself says the same', async () => {
    await assign('ali', lisa, 'ordinary')
    const ties = (who: 'petra' | 'maja' | 'ali', child: string, wall = 'furuskolan') =>
      behindTheWalls(who, child, (trx) =>
        sql`insert into consultation_child values (${child}, ${deps.newId()}, ${consultation}, ${id(`wall ${wall}`)},
          '2026-11-24', ${engagementOf(who)}, asked_at())`.execute(trx),
      )
    await expect(ties('petra', nils)).rejects.toThrow('row-level security')
    await expect(ties('petra', lisa, 'familjestod')).rejects.toThrow('row-level security')
    await expect(ties('maja', lisa)).rejects.toThrow('row-level security')
    await expect(ties('ali', lisa, 'familjestod')).rejects.toThrow('row-level security')
    await as('petra').post(page, { consultation, ...yes })
    const seen = async (who: Parameters<typeof behindTheWalls>[0], child: string | undefined) =>
      (
        await behindTheWalls(who, child, (trx) =>
          trx.selectFrom('consultation_child').select('child_id').execute(),
        )
      ).length
    for (const child of [undefined, lisa]) {
      for (const who of ['petra', 'maja'] as const) expect([who, await seen(who, child)]).toEqual([who, 1])
      for (const who of ['ali', 'sofia', 'eva', 'sara', 'nobody'] as const)
        expect([who, await seen(who, child)]).toEqual([who, 0])
    }
    const changed = await behindTheWalls('ali', lisa, (trx) =>
      sql`update consultation_child set ended_at = asked_at(), ended_by = my_engagement()`.execute(trx),
    )
    expect(changed.numAffectedRows).toBe(0n)
  })
})
