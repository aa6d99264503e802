import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import type { RouteInfo } from '#shared/routes.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { searchFor } from '#test/search.ts'
import { admin, as, id, lisa, nils, type Person, people, routes, unknownChild, world } from '#test/world.ts'
import { everyAddress } from './addresses.ts'
import { inside } from './happens-inside.ts'
import { aroundPlan } from './happens-plan.ts'
import { say, sealed } from './rows.ts'

// Four ways in which another system for schools let people read what was not for them. They stay here for good.

const county = {
  petra: 'none' as const,
  stigWorks: false,
  parts: { ali: 'whole' as const, sofia: 'none' as const, ingrid: 'own' as const },
  told: [],
  barred: [],
  has: [],
}
const missing = async (who: Person | 'nobody') => (await as(who).get('/ingenting')).text()
const secrets = ['Holmgren', 'Samma morgonbilder', 'Läsa tillsammans', 'Ringde mamma', 'Lisa läser gärna']

/** Everything that is written about Lisa. */
async function arrange() {
  await world()
  await lisaWithPlan()
  await aroundPlan['a meeting']?.happens(county)
  for (const name of [
    'a work note',
    'support in the school',
    'a hand-over that is being prepared',
    'a question to BVC',
  ])
    await inside[name]?.happens(county)
  await say({ name: 'view', by: 'maja', voice: 'professional', speaker: 'maja', words: 'Lisa läser gärna' })
}

/** Opens the address as somebody who may not: the answer is that of an address that does not exist. */
async function expectHidden(who: Person, path: string, method: RouteInfo['method'] = 'GET') {
  const answer = method === 'GET' ? await as(who).get(path) : await as(who).post(path)
  expect([who, path, answer.status, await answer.text()]).toEqual([who, path, 404, await missing(who)])
}

const aboutChild = routes.filter(({ pattern }) => pattern.includes(':childId'))

describe('wide-role: no title opens a child', () => {
  beforeEach(arrange)

  it('a rektor elsewhere, a colleague without the task, a nurse and a co-ordinator find nothing', async () => {
    await admin.deleteFrom('assignment').where('child_id', '=', lisa).where('kind', '=', 'ordinary').execute()
    const addresses = (await everyAddress('GET'))
      .map(({ path }) => path)
      .filter((path) => path.includes(lisa))
    expect(addresses.length).toBeGreaterThan(40)
    for (const who of ['eva', 'petra', 'stig', 'sofia', 'rut'] as const) {
      for (const path of addresses) await expectHidden(who, path)
      for (const path of [
        paths.children.to({}),
        `${paths.children.to({})}${await searchFor(who, 'Lisa')}`,
        paths.tasks.to({}),
      ])
        expect(await (await as(who).get(path)).text()).not.toContain(lisa)
    }
  })

  it('a child with a protected identity is in nobody’s list by name, not even with those who work there', async () => {
    const identity = { givenName: 'Lisa', familyName: 'Holmgren' }
    await admin
      .updateTable('child')
      .set({ protection: 'sekretessmarkering', given_name: null, family_name: null, born_on: null })
      .set({ identity_sealed: await sealed('child', lisa, identity, { column: 'identity_sealed' }) })
      .where('id', '=', lisa)
      .execute()
    for (const who of people.filter((one) => !['sara', 'lisaSelf'].includes(one)))
      for (const path of [paths.children, paths.tasks]) {
        const page = await (await as(who).get(path.to({}))).text()
        expect([who, page.includes('Lisa'), page.includes('Holmgren')]).toEqual([who, false, false])
      }
  })
})

describe('doc-by-id: knowing the id of a document is not a right to read it', () => {
  beforeEach(arrange)

  it('the plan in print, a view, a note, a support, a hand-over and a meeting are hidden from those around', async () => {
    const documents = [
      paths.plan.pdf.to({ childId: lisa }),
      paths.plan.versions.to({ childId: lisa }),
      paths.wheel.notes.to({ childId: lisa }),
      paths.wheel.changeStatement.to({ childId: lisa, itemId: id('view') }),
      paths.support.show.to({ childId: lisa, itemId: id('support') }),
      paths.handover.show.to({ childId: lisa, handoverId: id('handover') }),
      paths.meeting.show.to({ childId: lisa, meetingId: id('meeting') }),
    ]
    for (const path of documents) {
      expect([path, (await as('maja').get(path)).status]).toEqual([path, 200])
      for (const who of ['petra', 'sofia', 'eva', 'karin', 'birgit'] as const) await expectHidden(who, path)
    }
  })

  it('nor below the address of a child that one may open', async () => {
    const ofLisas = (await everyAddress('GET'))
      .filter(({ path }) => path.includes(`${lisa}/`) && /[0-9a-f-]{36}.*[0-9a-f-]{36}/.test(path))
      .map(({ path }) => path.replace(lisa, nils))
    expect(ofLisas.length).toBeGreaterThan(30)
    for (const path of ofLisas)
      for (const who of ['eva', 'karin', 'maja'] as const) await expectHidden(who, path)
  })
})

describe('guardian-other-child: a parent reaches their own child and no other', () => {
  beforeEach(arrange)

  it('from the start page, the list, the tasks and the search', async () => {
    for (const path of [
      paths.start.to({}),
      paths.children.to({}),
      `${paths.children.to({})}${await searchFor('karin', 'Holmgren')}`,
      '/barn?efter=A',
    ]) {
      const page = await (await as('karin').get(path)).text()
      expect([path, page.includes(lisa), page.includes('Holmgren')]).toEqual([path, false, false])
    }
    expect(await (await as('karin').get(paths.children.to({}))).text()).toContain(nils)
  })

  it('at any address, read or sent', async () => {
    for (const { method, pattern } of aboutChild) {
      const path = pattern.replace(':childId', lisa).replace(/:\w+/g, id('view'))
      await expectHidden('karin', path, method)
    }
    for (const { path } of (await everyAddress('GET')).filter((address) => address.path.includes(lisa)))
      await expectHidden('karin', path)
  })

  it('in a form about their own child that names another’s thing', async () => {
    for (const field of ['childId', 'child', 'barn', 'personId', 'person', 'meeting', 'thing']) {
      const path = paths.noticing.noticeChild.to({ childId: nils })
      const answer = await as('karin').post(`${path}?${field}=${lisa}`, {
        sentence: 'Nils sjunger.',
        [field]: lisa,
      })
      expect(answer.status).toBeLessThan(500)
    }
    const items = await admin
      .selectFrom('item')
      .select('child_id')
      .where('author_id', '=', id('karin'))
      .execute()
    expect(items.every(({ child_id }) => child_id === nils)).toBe(true)
  })
})

describe('admin-exposed: nothing is served that is not in the inventory, and nothing to the unsigned', () => {
  beforeEach(arrange)

  it('there is no administration to find', async () => {
    const page = await missing('nobody')
    for (const path of [
      '/admin',
      '/administration',
      '/api',
      '/api/children',
      '/graphql',
      '/swagger',
      '/openapi.json',
      '/metrics',
      '/debug',
      '/server-status',
      '/.env',
      '/.git/config',
      '/package.json',
      '/src/app.tsx',
      '/backup.sql',
      '/robots.txt',
      '/sitemap.xml',
    ])
      for (const who of ['nobody', 'maja'] as const) {
        const answer = await as(who).get(path)
        expect([path, answer.status, await answer.text()]).toEqual([path, 404, page])
      }
  })

  it('whoever is not signed in comes to the sign-in, whatever the address', async () => {
    for (const { method, pattern, audience } of routes.filter((route) => route.audience !== 'public')) {
      const path = pattern.replace(':childId', lisa).replace(/:\w+/g, id('view'))
      if (audience === 'directory') {
        const { status } = await as('nobody').send(path, { method })
        expect([pattern, status]).toEqual([pattern, 401])
        continue
      }
      const answer = method === 'GET' ? await as('nobody').get(path) : await as('nobody').post(path)
      const text = await answer.text()
      // What was being written when a session ran out is kept, and the script that sends it is told nothing.
      if (pattern === paths.draft.pattern || pattern === paths.discardDraft.pattern) {
        expect([204, 303, 404]).toContain(answer.status)
        expect(text).not.toContain('Lisa')
        continue
      }
      const leadsTo = answer.headers.get('location')?.split('?')[0]
      const away = pattern === paths.signOut.pattern ? paths.signOut.to({}) : paths.signIn.choose.to({})
      expect([pattern, audience, answer.status, leadsTo]).toEqual([pattern, audience, 303, away])
      expect(text).toBe('')
    }
  })

  it('no answer may be found by a search engine, and no public page names anybody', async () => {
    for (const { method, pattern, audience } of routes) {
      if (method !== 'GET') continue
      const path = pattern.replace(':childId', unknownChild).replace(/:\w+/g, id('view'))
      const answer = await as('nobody').get(path)
      expect([pattern, answer.headers.get('x-robots-tag')]).toEqual([pattern, 'noindex, nofollow'])
      const text = await answer.text()
      if (audience === 'public') for (const secret of secrets) expect(text).not.toContain(secret)
    }
  })
})
