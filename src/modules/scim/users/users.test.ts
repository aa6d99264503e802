import { sql } from 'kysely'
import scimmy from 'scimmy'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import { appointed, furuskolansAuthority } from '#test/arrange-organisation.ts'
import { directoryWith, enterprise, keyMadeBy, nina } from '#test/directory-of.ts'
import {
  admin,
  as,
  auditRows,
  engagementOf,
  id,
  inHours,
  newUuid,
  sessionOf,
  setClock,
  world,
} from '#test/world.ts'

let furuskolan: ReturnType<typeof directoryWith>
beforeEach(async () => {
  setClock(inHours(0))
  await world()
  await appointed('maja')
  await appointed('stig')
  furuskolan = directoryWith(await keyMadeBy('maja'))
})

const added = async (more: object = {}): Promise<string> =>
  (await furuskolan.add({ ...nina, ...more })).body.id
/** Petra, who works at Furuskolan already, is kept by its directory from now on. */
async function petraIsKept(who: 'petra' | 'stig' | 'maja' = 'petra') {
  const userId = newUuid()
  await admin
    .insertInto('directory_user')
    .values({
      id: userId,
      authority_id: furuskolansAuthority,
      engagement_id: engagementOf(who),
      user_name: `${who}@alvesta.example`,
      made_at: inHours(0),
      changed_at: inHours(0),
    })
    .execute()
  return userId
}
const tasksOf = async (who: 'petra' | 'stig' | 'maja') => (await as(who).get(paths.tasks.to({}))).status
const off = { op: 'Replace', path: 'active', value: 'False' }

describe('the directory of an organisation', () => {
  it('adds somebody new, who comes in with a link from an administrator and has no function', async () => {
    const answer = await furuskolan.add(nina)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      201,
      'application/scim+json; charset=utf-8',
    ])
    expect(answer.body).toMatchObject({
      userName: nina.userName,
      externalId: 'a-17',
      name: nina.name,
      active: true,
      title: 'kurator',
      phoneNumbers: [{ type: 'work', value: '070-174 06 61' }],
      [enterprise]: { department: 'Furuskolan' },
      meta: { resourceType: 'User', location: answer.headers.get('location') },
    })
    const [employment] = await admin
      .selectFrom('directory_user as s')
      .innerJoin('engagement as e', 'e.id', 's.engagement_id')
      .select(['e.id', 'e.unit_id', 'e.valid_from', 'e.valid_to', 'e.person_id'])
      .execute()
    expect(employment).toMatchObject({ unit_id: id('furuskolan'), valid_from: '2026-11-24', valid_to: null })
    const person = paths.organisation.person.to({ engagementId: employment?.id ?? '' })
    expect(
      (
        await as('maja').post(person, {
          title: 'kurator',
          phone: '',
          wasTitle: 'kurator',
          wasPhone: '070-174 06 61',
          link: 'new',
        })
      ).status,
    ).toBe(303)
    expect(await (await as('maja').get(person)).text()).toMatch(/inbjudan\?kod=[\w-]{43}/)
    for (const table of ['authority_function', 'unit_function', 'appointment'] as const)
      expect(await admin.selectFrom(table).selectAll().execute()).toHaveLength(
        { authority_function: 2, unit_function: 7, appointment: 0 }[table],
      )
    // With a key of their own, for what they begin to write.
    const key = admin.selectFrom('subject_key').select('subject_id')
    expect(await key.where('subject_id', '=', employment?.person_id ?? '').execute()).toHaveLength(1)
  })

  it('finds by user name and by external id, and turns pages', async () => {
    await added()
    setClock(inHours(1))
    await added({ userName: 'bo', externalId: 'b"1' })
    const totals = async (filter: string) => (await furuskolan.list({ filter })).body.totalResults
    expect(await totals('userName eq "NINA.akero@alvesta.example"')).toBe(1)
    expect(await totals('externalId eq "b\\"1"')).toBe(1)
    expect(await totals('externalId eq "A-17"')).toBe(0)
    expect(await totals('userName eq "nobody"')).toBe(0)
    const second = (await furuskolan.list({ startIndex: '2', count: '1' })).body
    expect(second).toMatchObject({
      totalResults: 2,
      startIndex: 2,
      itemsPerPage: 1,
      Resources: [{ userName: 'bo' }],
    })
    expect((await furuskolan.list({ count: '0' })).body).toMatchObject({ totalResults: 2, Resources: [] })
    for (const filter of [
      'title eq "x"',
      'userName co "n"',
      'userName eq nina',
      'userName eq "a" or 1 eq 1',
      '',
    ]) {
      const wrong = await furuskolan.list({ filter })
      expect([filter, wrong.status, wrong.body.scimType]).toEqual([filter, 400, 'invalidFilter'])
    }
  })

  it('says that somebody has left: out at the next request, and nothing is written anew', async () => {
    const petra = await petraIsKept()
    expect(await tasksOf('petra')).toBe(200)
    const answer = await furuskolan.patch(petra, off)
    expect([answer.status, answer.body.active]).toEqual([200, false])
    expect(await tasksOf('petra')).toBe(303)
    const ended = admin.selectFrom('session').select('ended_at').where('token_hash', '=', sessionOf('petra'))
    expect((await ended.executeTakeFirst())?.ended_at).not.toBeNull()
  })

  it('ends all that somebody did in the organisation, also what an administrator had added by hand', async () => {
    const petra = await petraIsKept()
    const submission = newUuid()
    const another = {
      submission,
      unit: id('furuskolan'),
      title: 'mentor',
      phone: '',
      from: '2026-11-24',
      to: '',
    }
    const to = paths.organisation.newEmployment.to({ engagementId: engagementOf('petra') })
    expect((await as('maja').post(to, another)).status).toBe(303)
    expect((await furuskolan.end(petra)).status).toBe(204)
    const left = admin.selectFrom('engagement').select('id').where('person_id', '=', id('petra'))
    expect(await left.where('valid_to', 'is', null).execute()).toEqual([])
    expect((await furuskolan.show(petra)).status).toBe(404)
    expect((await furuskolan.end(petra)).status).toBe(404)
  })

  it('cannot leave an organisation without an administrator, nor children without anybody', async () => {
    const [maja, stig] = [await petraIsKept('maja'), await petraIsKept('stig')]
    await openMatter()
    expect((await furuskolan.patch(stig, off)).status).toBe(200)
    const answer = await furuskolan.patch(maja, off)
    expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining('enda administratör')])
    await appointed('petra')
    const orphans = await furuskolan.end(maja)
    expect([orphans.status, orphans.body.detail]).toEqual([409, expect.stringContaining('utan ansvarig')])
    expect(await tasksOf('maja')).toBe(200)
  })

  it('gives no children to the one who made the key', async () => {
    await openMatter()
    await admin
      .updateTable('responsibility')
      .set({ engagement_id: engagementOf('petra') })
      .execute()
    const petra = await petraIsKept()
    const answer = await furuskolan.patch(petra, off)
    expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining('gjorde nyckeln')])
    furuskolan = directoryWith(await keyMadeBy('stig'))
    expect((await furuskolan.patch(petra, off)).status).toBe(200)
  })

  it('takes somebody back with a new employment, and without what the old one was', async () => {
    const stig = await petraIsKept('stig')
    await furuskolan.patch(stig, off)
    expect((await furuskolan.patch(stig, { op: 'replace', value: { active: true } })).body.active).toBe(true)
    const all = await admin
      .selectFrom('engagement')
      .select('id')
      .where('person_id', '=', id('stig'))
      .execute()
    expect(all).toHaveLength(2)
    const functions = await admin.selectFrom('authority_function').select('engagement_id').execute()
    expect(functions.map((one) => one.engagement_id).sort()).toEqual(
      [engagementOf('maja'), engagementOf('stig')].sort(),
    )
  })

  it('moves somebody to another unit of its own: another employment, and the old one is ended', async () => {
    const unit = { submission: newUuid(), name: 'Norra skolan', kind: 'compulsory_school', phone: '' }
    const whole = { ...unit, wall: id('wall furuskolan'), municipality: '0764' }
    expect((await as('maja').post(paths.organisation.newUnit.to({}), whole)).status).toBe(303)
    const petra = await petraIsKept()
    const to = (department: string) => ({
      op: 'replace',
      path: `${enterprise}:department`,
      value: department,
    })
    for (const wrong of ['Lillåskolan', id('lillaskolan'), 'Ingen skola'])
      expect([wrong, (await furuskolan.patch(petra, to(wrong))).body.scimType]).toEqual([
        wrong,
        'invalidValue',
      ])
    const moved = await furuskolan.patch(petra, to('norra SKOLAN'))
    expect(moved.body).toMatchObject({ active: true, [enterprise]: { department: 'Norra skolan' } })
    expect(await tasksOf('petra')).toBe(303)
  })

  it('is told when somebody has changed since it looked', async () => {
    const userId = await added()
    const first = await furuskolan.show(userId)
    const tag = first.headers.get('etag') ?? ''
    const at = paths.scim.user.to({ userId })
    expect((await furuskolan.send('GET', at, undefined, { 'if-none-match': tag })).status).toBe(304)
    expect((await furuskolan.patch(userId, { op: 'replace', path: 'title', value: 'rektor' })).status).toBe(
      200,
    )
    for (const method of ['PUT', 'DELETE'])
      expect((await furuskolan.send(method, at, nina, { 'if-match': tag })).status).toBe(412)
    const now = (await furuskolan.show(userId)).headers.get('etag') ?? ''
    expect((await furuskolan.send('PUT', at, nina, { 'if-match': now })).body.title).toBe('kurator')
  })

  it('adds the same person once, also when it sends twice at once', async () => {
    const answers = await Promise.all([furuskolan.add(nina), furuskolan.add(nina)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await furuskolan.add({ ...nina, userName: nina.userName.toUpperCase() })).body).toMatchObject({
      status: '409',
      scimType: 'uniqueness',
    })
    expect((await furuskolan.list()).body.totalResults).toBe(1)
  })

  it('writes no name over one that others know the person by', async () => {
    const userId = await added()
    const married = { op: 'replace', path: 'name.familyName', value: 'Lund' }
    expect((await furuskolan.patch(userId, married)).body.name).toEqual({
      givenName: 'Nina',
      familyName: 'Lund',
    })
    const petra = await petraIsKept()
    await admin
      .updateTable('engagement')
      .set({ person_id: id('sara') })
      .where('id', '=', engagementOf('petra'))
      .execute()
    expect((await furuskolan.patch(petra, married)).body.name.familyName).toBe('Holmgren')
  })

  it('understands nothing but what it should, and changes nothing then', async () => {
    const userId = await added()
    const tag = (await furuskolan.show(userId)).headers.get('etag')
    const wrong: [unknown, string][] = [
      ['{', 'invalidSyntax'],
      [[], 'invalidSyntax'],
      [{ Operations: [] }, 'invalidSyntax'],
      [{ Operations: [{ op: 'move', path: 'title', value: 'x' }] }, 'invalidSyntax'],
      [{ Operations: [{ op: 'replace', value: 'x' }] }, 'invalidSyntax'],
      [{ Operations: [{ op: 'replace', path: 'a b', value: 'x' }] }, 'invalidPath'],
      [{ Operations: [{ op: 'remove' }] }, 'noTarget'],
      [{ Operations: [{ op: 'remove', path: 'userName' }] }, 'invalidValue'],
      [{ Operations: [{ op: 'remove', path: 'active' }] }, 'invalidValue'],
      [{ Operations: [{ op: 'replace', path: 'active', value: 'kanske' }] }, 'invalidValue'],
      [{ Operations: [{ op: 'replace', path: 'title', value: 'x'.repeat(81) }] }, 'invalidValue'],
      [{ Operations: [{ op: 'replace', path: 'title', value: 7 }] }, 'invalidValue'],
      [{ Operations: [{ op: 'replace', path: 'name.givenName', value: 'a\u202Eb' }] }, 'invalidValue'],
    ]
    for (const [body, type] of wrong) {
      const answer = await furuskolan.send('PATCH', paths.scim.user.to({ userId }), body)
      expect([body, answer.status, answer.body.scimType]).toEqual([body, 400, type])
    }
    for (const path of ['roles', 'id', 'meta.created', 'authority_id', '__proto__', 'constructor'])
      expect((await furuskolan.patch(userId, { op: 'replace', path, value: 'admin' })).status).toBeLessThan(
        401,
      )
    expect((await furuskolan.show(userId)).headers.get('etag')?.slice(0, 2)).toBe(tag?.slice(0, 2))
    expect((await furuskolan.show(userId)).body).toMatchObject({ title: 'kurator', userName: nina.userName })
  })
})

describe('a directory that is not the organisation’s own', () => {
  it('finds nobody there, and changes nobody', async () => {
    const userId = await added()
    await appointed('eva', 'local_administrator', id('authority lillaskolan'))
    const other = directoryWith(await keyMadeBy('eva'))
    expect((await other.list()).body.totalResults).toBe(0)
    expect((await other.list({ filter: 'externalId eq "a-17"' })).body.totalResults).toBe(0)
    const missing = await other.show(newUuid())
    for (const answer of [
      await other.show(userId),
      await other.patch(userId, off),
      await other.replace(userId, nina),
      await other.end(userId),
      await other.show('inget-id'),
    ])
      expect([answer.status, answer.body]).toEqual([404, missing.body])
    expect((await other.add(nina)).body.scimType).toBe('invalidValue')
    expect((await furuskolan.show(userId)).body.active).toBe(true)
    // What is taken in one organisation is free in another.
    expect((await other.add({ ...nina, [enterprise]: { department: 'Lillåskolan' } })).status).toBe(201)
  })

  it('with a key that is none, has been ended, is too old or was another’s is told nothing', async () => {
    const userId = await added()
    const old = furuskolan
    const next = directoryWith(await keyMadeBy('stig'))
    expect((await next.show(userId)).status).toBe(200)
    const refused = async (one: typeof old) => {
      for (const answer of [
        await one.list(),
        await one.show(userId),
        await one.add(nina),
        await one.end(userId),
      ])
        expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    }
    for (const token of ['', 'x', 'x'.repeat(43), sessionOf('maja')]) await refused(directoryWith(token))
    await refused(old)
    setClock(inHours(24 * 366))
    await refused(next)
    setClock(inHours(0))
    expect((await as('maja').post(paths.organisation.endKey.to({}))).status).toBe(303)
    await refused(next)
    expect(
      (await admin.selectFrom('directory_user').selectAll().execute()).map((one) => one.deleted_at),
    ).toEqual([null])
  })
})

describe('the key', () => {
  const key = paths.organisation.directory.to({})

  it('goes thirty days after whoever saw it was an administrator, and those who are left are told', async () => {
    const token = await keyMadeBy('maja')
    const home = async () => (await as('stig').get(paths.organisation.home.to({}))).text()
    expect(await home()).not.toContain('behöver en ny nyckel')
    await admin
      .updateTable('authority_function')
      .set({ valid_to: '2026-11-24' })
      .where('engagement_id', '=', engagementOf('maja'))
      .execute()
    for (const page of [await home(), await (await as('stig').get(key)).text()])
      expect(page).toContain(
        'Maja Lindgren gjorde nyckeln men är inte kvar som administratör. Den gäller till',
      )
    setClock(inHours(24 * 30))
    expect((await directoryWith(token).list()).status).toBe(200)
    setClock(inHours(24 * 31))
    expect((await directoryWith(token).list()).status).toBe(401)
    expect((await directoryWith(await keyMadeBy('stig')).list()).status).toBe(200)
  })

  it('stays when whoever made it is an administrator again', async () => {
    const token = await keyMadeBy('maja')
    await sql`update authority_function set valid_to = '2026-11-24' where engagement_id = ${engagementOf('maja')}`.execute(
      admin,
    )
    await admin
      .insertInto('authority_function')
      .values({
        authority_id: furuskolansAuthority,
        kind: 'local_administrator',
        engagement_id: engagementOf('maja'),
        valid_from: '2026-12-01',
      })
      .execute()
    setClock(inHours(24 * 60))
    expect((await directoryWith(token).list()).status).toBe(200)
  })

  it('is an administrator’s to make, shown once, and nowhere in the database', async () => {
    const submission = newUuid()
    const token = await keyMadeBy('maja', submission)
    expect(token).toHaveLength(43)
    expect(await keyMadeBy('maja', submission)).toBe('')
    expect((await directoryWith(token).list()).status).toBe(200)
    expect(await (await as('stig').get(key)).text()).toContain('Maja Lindgren gjorde nyckeln')
    const rows = JSON.stringify(await admin.selectFrom('scim_key').selectAll().execute())
    expect(rows).not.toContain(token)
    for (const who of ['petra', 'eva', 'sara'] as const) {
      expect((await as(who).get(key)).status).toBe(404)
      expect((await as(who).post(key, { submission: newUuid() })).status).toBe(404)
      expect((await as(who).post(paths.organisation.endKey.to({}))).status).toBe(404)
    }
    expect((await directoryWith(token).list()).status).toBe(200)
  })

  it('and each question leaves one row in the log, with nobody as the one who asked', async () => {
    const before = (await auditRows()).length
    const userId = await added()
    await furuskolan.show(userId)
    await furuskolan.list()
    await furuskolan.patch(userId, off)
    await furuskolan.end(userId)
    await directoryWith('x'.repeat(43)).list()
    const nobody = '00000000-0000-0000-0000-000000000000'
    expect((await auditRows()).slice(before)).toEqual(
      [
        ['scim.add', 'done'],
        ['scim.show', 'done'],
        ['scim.list', 'done'],
        ['scim.change', 'done'],
        ['scim.end', 'done'],
        ['scim.list', 'signed-out'],
      ].map(([act, outcome]) => [undefined, act, outcome, nobody]),
    )
  })
})

describe('as another implementation of SCIM 2.0 reads it', () => {
  const { Messages, Schemas } = scimmy
  // Its types say an instance; its code and its own guide take the class.
  Schemas.User.extend(Schemas.EnterpriseUser as never)
  const read = (body: object) => JSON.parse(JSON.stringify(new Schemas.User(body, 'out')))

  it('a user, a list and an error are what they should be', async () => {
    const userId = await added()
    const { body } = await furuskolan.show(userId)
    expect(read(body)).toEqual({ ...body, meta: { ...body.meta, version: body.meta.version } })
    const list = (await furuskolan.list()).body
    expect(new Messages.ListResponse(list).Resources).toHaveLength(1)
    const { body: error } = await furuskolan.list({ filter: 'x' })
    expect(() => new Messages.ErrorResponse(error)).toThrow(error.detail)
  })

  it.each([
    [[{ op: 'replace', path: 'active', value: false }]],
    [[{ op: 'replace', value: { title: 'rektor', name: { familyName: 'Lund' } } }]],
    [[{ op: 'add', path: 'externalId', value: 'c-3' }]],
    [[{ op: 'remove', path: 'externalId' }]],
    [[{ op: 'replace', path: 'name', value: { givenName: 'Nina', familyName: 'Ek' } }]],
    [[{ op: 'replace', path: 'phoneNumbers[type eq "work"].value', value: '070-174 06 62' }]],
    [[{ op: 'remove', path: 'phoneNumbers[type eq "work"]' }]],
    [[{ op: 'replace', path: `${enterprise}:department`, value: 'Furuskolan' }]],
    [
      [
        { op: 'replace', path: 'title', value: 'a' },
        { op: 'replace', path: 'title', value: 'b' },
      ],
    ],
  ])('a change is the same change: %j', async (operations) => {
    const userId = await added({ phoneNumbers: [{ type: 'work', value: '070-174 06 61' }] })
    const before = (await furuskolan.show(userId)).body
    const patch = new Messages.PatchOp({ schemas: [Messages.PatchOp.id], Operations: operations as never })
    const theirs = await patch.apply(new Schemas.User(before, 'out'))
    const ours = (await furuskolan.patch(userId, ...operations)).body
    const { meta: _, ...told } = read(ours)
    const { meta: __, ...expected } = theirs ? JSON.parse(JSON.stringify(theirs)) : read(before)
    expect(told).toEqual(expected)
  })

  it('what it can is told to whoever asks, with no key', async () => {
    const { config, types, type, schemas, schema } = paths.scim
    const nobody = directoryWith('')
    expect((await nobody.send('GET', config.to({}))).body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      etag: { supported: true },
    })
    expect((await nobody.send('GET', types.to({}))).body.Resources).toMatchObject([{ endpoint: '/Users' }])
    expect((await nobody.send('GET', type.to({ type: 'User' }))).status).toBe(200)
    expect((await nobody.send('GET', type.to({ type: 'Group' }))).status).toBe(404)
    const all = (await nobody.send('GET', schemas.to({}))).body.Resources
    expect(all.map((one: { id: string }) => one.id)).toEqual(nina.schemas)
    for (const one of nina.schemas)
      expect((await nobody.send('GET', schema.to({ schema: one }))).body.id).toBe(one)
  })
})
