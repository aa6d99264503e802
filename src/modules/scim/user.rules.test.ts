import { Hono } from 'hono'
import { expect, it } from 'vitest'
import type { Web } from '#shared/routes.ts'
import { answer, refuseWith } from './answer.ts'
import { tagOf } from './etag.ts'
import { type Refusal, resourceOf, type User } from './user.ts'

const nina: User = {
  id: 'u',
  userName: 'nina@alvesta.example',
  externalId: 'a-17',
  givenName: 'Nina',
  familyName: 'Åkerö',
  title: 'kurator',
  phone: '070-174 06 61',
  unit: 'Furuskolan',
  active: true,
  madeAt: new Date('2026-11-24T11:00:00Z'),
  changedAt: new Date('2026-11-24T12:00:00Z'),
}
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

it('a user is read as the directory knows users; somebody protected has no name and no number', () => {
  const read = {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
    id: 'u',
    externalId: 'a-17',
    userName: 'nina@alvesta.example',
    name: { givenName: 'Nina', familyName: 'Åkerö' },
    active: true,
    title: 'kurator',
    phoneNumbers: [{ value: '070-174 06 61', type: 'work' }],
    [enterprise]: { department: 'Furuskolan' },
    meta: {
      resourceType: 'User',
      created: '2026-11-24T11:00:00.000Z',
      lastModified: '2026-11-24T12:00:00.000Z',
      location: '/u',
    },
  }
  expect(resourceOf(nina, '/u')).toEqual(read)
  const hidden = { ...nina, givenName: undefined, familyName: undefined, phone: undefined }
  expect(resourceOf(hidden, '/u')).toEqual({ ...read, name: undefined, phoneNumbers: undefined })
})

it('the version changes with what is read, and only then', () => {
  expect(tagOf(nina)).toMatch(/^W\/"[\w-]{32}"$/)
  expect(tagOf({ ...nina })).toBe(tagOf(nina))
  for (const more of [{ title: 'rektor' }, { active: false }, { changedAt: nina.madeAt }])
    expect(tagOf({ ...nina, ...more })).not.toBe(tagOf(nina))
})

it.each<[Refusal, number, string, string?]>([
  [{ kind: 'signed-out' }, 401, 'Nyckeln gäller inte. En administratör kan göra en ny i Kronobarn'],
  [{ kind: 'not-found' }, 404, 'Det finns ingen sådan användare hos er'],
  [{ kind: 'invalid', type: 'noTarget', detail: 'd' }, 400, 'd', 'noTarget'],
  [{ kind: 'conflict', type: 'uniqueness', detail: 'd' }, 409, 'd', 'uniqueness'],
  [{ kind: 'conflict', detail: 'd' }, 409, 'd'],
  [{ kind: 'stale' }, 412, 'Användaren har ändrats sedan den lästes'],
])('%j is told with %i', async (refusal, status, detail, scimType) => {
  const told = await new Hono<Web>().get('/', (c) => refuseWith(c, refusal)).request('/')
  expect([told.status, told.headers.get('www-authenticate')]).toEqual([
    status,
    status === 401 ? 'Bearer' : null,
  ])
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error']
  expect(await told.json()).toEqual({
    schemas,
    status: String(status),
    detail,
    ...(scimType && { scimType }),
  })
})

it('an answer is in the type that directories read', async () => {
  const told = await new Hono<Web>().get('/', (c) => answer(c, { a: 1 })).request('/')
  expect([told.status, told.headers.get('content-type'), await told.json()]).toEqual([
    200,
    'application/scim+json; charset=utf-8',
    { a: 1 },
  ])
})
