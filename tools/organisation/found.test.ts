import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readHeadKey, sealAudit } from '#modules/audit'
import { hashOf } from '#shared/asking.ts'
import { inTransaction } from '#shared/db.ts'
import { connect } from '#shared/pool.ts'
import { admin, as, deps, id, inHours, noon, ownerOptions, setClock, world } from '#test/world.ts'
import { newHeadKey } from '#tools/audit/key-file.ts'
import { verifyLog } from '#tools/audit/verify.ts'
import { found, readFounding } from './found.ts'

const owner = connect({ ...ownerOptions, max: 1 })
afterAll(() => owner.end())
beforeEach(() => world())

const file = {
  name: 'Socialnämnden i Lessebo',
  kind: 'municipal_board',
  municipality: '0761',
  part: 'Socialtjänsten',
  secrecy: 'social',
  unit: 'Barn och familj',
  unitKind: 'social_services',
  administrators: [
    { given: 'Åsa', family: 'Ek', title: 'enhetschef' },
    { given: 'Omar', family: 'Sand', title: 'verksamhetsutvecklare' },
  ],
}
let clock = noon
const begins = (more: object = {}) =>
  found({ ...deps, sql: owner, now: () => clock }, readFounding(JSON.stringify({ ...file, ...more })))
const codeIn = (path: string | undefined) => new URL(path ?? '', 'http://here').searchParams.get('kod') ?? ''
/** Signs in with the link for the first time, as the issuer knows the person. */
const takes = (path: string | undefined, subject: string) =>
  inTransaction(deps, 'changes', { session: '', childId: undefined }, async ({ trx }) => {
    const { rows } = await sql<{ who: string | null }>`
      select take_invitation(${hashOf(codeIn(path))}, 'test', ${subject}, ${clock.toISOString()}::timestamptz) as who`.execute(
      trx,
    )
    return { answer: rows[0]?.who ?? undefined, last: [] }
  })
const administrators = async () =>
  (
    await admin
      .selectFrom('authority_function as f')
      .innerJoin('authority as a', 'a.id', 'f.authority_id')
      .innerJoin('engagement as e', 'e.id', 'f.engagement_id')
      .innerJoin('person as p', 'p.id', 'e.person_id')
      .select(['p.given_name', 'f.valid_to'])
      .where('a.name', '=', file.name)
      .where('f.kind', '=', 'local_administrator')
      .orderBy('p.given_name')
      .execute()
  ).map((one) => [one.given_name, one.valid_to])

describe('an organisation begins', () => {
  beforeEach(() => {
    clock = noon
  })

  it('with two administrators, each with a link of their own', async () => {
    const links = await begins()
    expect(links.map(({ name }) => name)).toEqual(['Åsa Ek', 'Omar Sand'])
    expect(links[0]?.path).toMatch(/^\/inbjudan\?kod=[\w-]{43}$/)
    expect((await as('nobody').get(links[0]?.path ?? '')).status).toBe(200)
    expect(await administrators()).toEqual([
      ['Omar', null],
      ['Åsa', null],
    ])
    expect(await takes(links[0]?.path, 'asa')).toBeTruthy()
    expect(await takes(links[0]?.path, 'somebody else')).toBeUndefined()
    const rows = await admin.selectFrom('audit_event').select(['act', 'outcome', 'actor_id']).execute()
    expect(rows).toEqual([{ act: 'organisation.found', outcome: 'done', actor_id: null }])
    await sealAudit(deps)
    expect((await verifyLog(owner, readHeadKey(newHeadKey()).trusted, [])).faults).toEqual([])
  })

  it('anew while nobody has come in: the earlier links stop, and so do those who were noted', async () => {
    const [first] = await begins()
    clock = inHours(24 * 20)
    setClock(clock)
    const another = [file.administrators[0], { given: 'Lena', family: 'Ask', title: 'chef' }]
    const [asa, lena] = await begins({ administrators: another })
    expect(await takes(first?.path, 'asa')).toBeUndefined()
    expect(await takes(asa?.path, 'asa')).toBeTruthy()
    expect((await administrators()).filter(([, to]) => to === null).map(([name]) => name)).toEqual([
      'Lena',
      'Åsa',
    ])
    expect(
      await admin.selectFrom('authority').select('id').where('name', '=', file.name).execute(),
    ).toHaveLength(1)
    expect(lena?.name).toBe('Lena Ask')
  })

  it('never beside somebody who is there', async () => {
    const [asa] = await begins()
    await takes(asa?.path, 'asa')
    await expect(begins()).rejects.toThrow('har redan administratörer')
    expect(await administrators()).toHaveLength(2)
  })

  it('not for whoever asks in the application, and not from a file that says something else', async () => {
    await expect(
      inTransaction(deps, 'changes', { session: '', childId: undefined }, async ({ trx }) => ({
        answer:
          await sql`select found_organisation('{}', '{}', '{}', '{}', '{}', asked_at(), asked_at(), ${id('x')}::uuid, '')`.execute(
            trx,
          ),
        last: [],
      })),
    ).rejects.toThrow('permission denied')
    const same = [file.administrators[0], file.administrators[0]]
    for (const wrong of [
      { administrators: [same[0]] },
      { administrators: same },
      { kind: 'x' },
      { x: 1 },
      { municipality: '1' },
    ])
      expect(() => readFounding(JSON.stringify({ ...file, ...wrong }))).toThrow('Filen går inte att läsa')
    expect(() => readFounding('{')).toThrow('Filen går inte att läsa')
  })
})
