import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { lisasMark, markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { appointed, furuskolansAuthority } from '#test/arrange-organisation.ts'
import { writeItem } from '#test/noninterference/rows.ts'
import {
  admin,
  as,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  type Person,
  sessionOf,
  setClock,
  world,
} from '#test/world.ts'

// Holes that somebody who meant harm found in the walls, and that are closed.

/** What the database answers this person, or the code of its refusal. */
const asks = (who: Person, question: ReturnType<typeof sql<object>>) =>
  inTransaction(deps, 'changes', { session: sessionOf(who), childId: undefined }, async ({ trx }) => {
    const { rows } = await question.execute(trx)
    return { answer: rows as unknown, last: [] }
  }).catch((error: { code?: string }) => error.code)

describe('somebody who works where their own child is', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await writeItem({ name: 'stigs note', kind: 'work_note', by: 'stig', body: { text: 'Lisa var ledsen.' } })
    await admin
      .insertInto('guardianship')
      .values({
        ...{ child_id: lisa, person_id: id('maja'), called: 'mamma', source: 'folkbokföringen' },
        ...{ checked_at: inHours(-1), valid_from: '2018-03-14', valid_to: null },
      })
      .execute()
    setClock(inHours(1))
  })

  it('does not look through the extract about it', async () => {
    expect((await as('sara').post(paths.extract.ask.to({ childId: lisa }))).status).toBe(303)
    const { id: requestId } = await admin.selectFrom('extract_request').select('id').executeTakeFirstOrThrow()
    const review = paths.extract.review.to({ childId: lisa, requestId })
    expect((await as('maja').get(review)).status).toBe(404)
    expect(await (await as('maja').get(paths.tasks.to({}))).text()).not.toContain('registerutdrag')
  })
})

describe('a question without a name', () => {
  it('is never named after somebody else’s key, and shows none of a protected compartment', async () => {
    await world()
    await openMatter()
    await markAsProtected()
    const to = await admin
      .selectFrom('unit_function')
      .select('unit_id')
      .where('kind', '=', 'best_interests_lead')
      .where('unit_id', '<>', id('furuskolan'))
      .executeTakeFirstOrThrow()
    const question = (name: string) => sql<object>`
      insert into consultation (id, from_unit_id, to_unit_id, asked_by, asked_at)
      select ${name}::uuid, my_unit(), ${to.unit_id}::uuid, my_engagement(), asked_at()`
    for (const taken of [lisasMark, lisa, id('sara')])
      expect(await asks('petra', question(taken))).toBe('42501')
    expect(await asks('petra', question(id('a question')))).toEqual([])
    const key = sql<object>`select from subject_key where subject_id = ${lisasMark}::uuid`
    expect(await asks('petra', key)).toEqual([])
  })
})

describe('an invitation', () => {
  const hash = 'a'.repeat(64)
  const taken = (by: string) => sql<object>`
    select take_invitation(${hash}, 'work', ${by}, ${inHours(0).toISOString()}::timestamptz) as who`
  beforeEach(async () => {
    await world()
    await openMatter()
    await appointed('maja')
    await admin.deleteFrom('identity').where('person_id', '=', id('petra')).execute()
    for (const who of ['sara', 'maja'])
      await admin
        .insertInto('identity')
        .values({ issuer: 'work', subject: who, person_id: id(who) })
        .execute()
    expect(
      await asks(
        'maja',
        sql`insert into invitation (id, authority_id, engagement_id, code_hash, made_by, made_at, expires_at)
        values (${id('i')}::uuid, ${furuskolansAuthority}::uuid, ${engagementOf('petra')}::uuid, ${hash}, me(), asked_at(),
          asked_at() + interval '7 days')`,
      ),
    ).toEqual([])
  })

  it('is not taken by the administrator who made it', async () => {
    expect(await asks('maja', taken('maja'))).toEqual([{ who: null }])
  })

  it('is taken by somebody who is known as a parent: then they are one and the same', async () => {
    expect(await asks('sara', taken('sara'))).toEqual([{ who: id('sara') }])
    const employed = await admin
      .selectFrom('engagement')
      .select('person_id')
      .where('id', '=', engagementOf('petra'))
      .executeTakeFirstOrThrow()
    expect(employed.person_id).toBe(id('sara'))
  })

  it('nobody is employed who is not written down as staff', async () => {
    const employs = sql<object>`insert into engagement (id, person_id, unit_id, title, valid_from)
      select ${id('x')}::uuid, ${id('sara')}::uuid, my_unit(), 'lärare', asked_day()`
    expect(await asks('maja', employs)).toBe('42501')
  })
})
