import { describe, expect, it } from 'vitest'
import type { User } from './user.ts'
import { readPatch, readResource } from './wanted.ts'

const core = 'urn:ietf:params:scim:schemas:core:2.0:User'
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const wanted = {
  userName: 'nina@alvesta.example',
  externalId: 'a-17',
  givenName: 'Nina',
  familyName: 'Åkerö',
  title: 'kurator',
  phone: '070-174 06 61',
  unit: 'Furuskolan',
  active: true,
}
const { givenName, familyName, phone, unit, ...plain } = wanted
const nina = {
  ...plain,
  name: { givenName, familyName },
  phoneNumbers: [
    { type: 'mobile', value: '070-174 06 99' },
    { type: 'work', value: phone },
  ],
  [enterprise]: { department: unit },
}
const moment = new Date('2026-11-24T11:00:00Z')
const now: User = { ...wanted, id: 'u', madeAt: moment, changedAt: moment }
const hidden: User = { ...now, givenName: undefined, familyName: undefined }
const is = (more: object = {}) => ({ ok: true, value: { ...wanted, ...more } })
const not = (type: string, detail: unknown) => ({ ok: false, error: { kind: 'invalid', type, detail } })

describe('a whole user', () => {
  it.each<[string, object, object]>([
    ['as it is', {}, {}],
    ['with what we do not keep', { roles: ['admin'], id: 'x', meta: { created: 'x' } }, {}],
    ['without a title', { title: '' }, { title: 'medarbetare' }],
    ['whose title is nothing', { title: null }, { title: 'medarbetare' }],
    [
      'without what may be left out',
      { externalId: null, phoneNumbers: [] },
      { externalId: undefined, phone: undefined },
    ],
    [
      'with no number at work',
      { phoneNumbers: [null, 'x', { value: '08-465 004 00' }] },
      { phone: '08-465 004 00' },
    ],
    ['with a number that is not written', { phoneNumbers: [{ type: 'work' }] }, { phone: undefined }],
    [
      'with a country before the number',
      { phoneNumbers: [{ value: '+46 (0)8-465 004 00' }] },
      { phone: '+46 (0)8-465 004 00' },
    ],
    ['in small letters', { USERNAME: 'Bo' }, { userName: 'Bo' }],
    ['who has left, in text', { active: 'False' }, { active: false }],
    ['who is there, in text', { active: 'TRUE' }, { active: true }],
  ])('%s', (_, more, expected) => expect(readResource({ ...nina, ...more })).toEqual(is(expected)))

  it.each<[object, string]>([
    [{ userName: null }, 'userName: userName behövs'],
    [{ userName: '' }, 'userName: userName behövs'],
    [{ externalId: ' ' }, 'externalId: texten är tom'],
    [{ name: { familyName } }, 'givenName: name.givenName behövs'],
    [{ name: { givenName } }, 'familyName: name.familyName behövs'],
    [{ active: 'kanske' }, 'active: active är true eller false'],
    [{ active: null }, 'active: active är true eller false'],
    [{ phoneNumbers: [{ value: 'x08-465 004 00' }] }, 'phone: telefonnumret skrivs med siffror'],
    [{ phoneNumbers: [{ value: '08-465 004 00x' }] }, 'phone: telefonnumret skrivs med siffror'],
  ])('is not taken with %j', (more, detail) =>
    expect(readResource({ ...nina, ...more })).toEqual(not('invalidValue', detail)),
  )

  it.each([[undefined], [null], ['x'], [[nina]]])('is none: %j', (body) =>
    expect(readResource(body)).toEqual(not('invalidSyntax', 'En användare i JSON behövs')),
  )

  it('who has left does not come back because nothing was said of it; somebody new is there', () => {
    const { active: _, ...said } = nina
    expect(readResource(said)).toEqual(is())
    expect(readResource(said, now)).toEqual(is())
    expect(readResource(said, { ...now, active: false })).toEqual(is({ active: false }))
  })

  it('only of somebody protected may the name be left out', () => {
    const { name: _, ...said } = nina
    expect(readResource(said, hidden)).toEqual(is({ givenName: '–', familyName: '–' }))
    expect(readResource(said, now)).toEqual(not('invalidValue', 'givenName: name.givenName behövs'))
  })
})

describe('a change', () => {
  const change = (...Operations: unknown[]) => readPatch({ Operations }, now)

  it.each<[string, unknown, object]>([
    ['title', 'rektor', { title: 'rektor' }],
    ['name.familyName', 'Lund', { familyName: 'Lund' }],
    ['name', { givenName: 'Bo' }, { givenName: 'Bo' }],
    [`${core}:userName`, 'bo', { userName: 'bo' }],
    [`${core}:name.givenName`, 'Bo', { givenName: 'Bo' }],
    [`${enterprise}:department`, 'Norra skolan', { unit: 'Norra skolan' }],
    [enterprise, { department: 'Norra skolan' }, { unit: 'Norra skolan' }],
    ['phoneNumbers', [{ type: 'work', value: '1' }], { phone: '1' }],
    ['phoneNumbers.value', '1', { phone: '1' }],
    ['phoneNumbers[type eq "work"]', '1', { phone: '1' }],
    ['phoneNumbers[type eq "work"].value', '1', { phone: '1' }],
    ['phoneNumbers[type eq "mobile"].value', '1', {}],
    ['phoneNumbers[type eq "work"].type', 'x', {}],
    ['displayName', 'Bo', {}],
    ['constructor', 'x', {}],
    ['a-b$_1', 'x', {}],
    ['active', 'false', { active: false }],
  ])('of %s to %j', (path, value, more) => {
    expect(change({ op: 'Replace', path, value })).toEqual(is(more))
    expect(change({ op: 'add', path, value })).toEqual(is(more))
  })

  it('of several things, in order', () => {
    const value = { title: 'rektor', externalId: 'b', 'name.familyName': 'Lund' }
    expect(change({ op: 'replace', path: 'title', value: 'x' }, { op: 'replace', value })).toEqual(
      is({ title: 'rektor', externalId: 'b', familyName: 'Lund' }),
    )
  })

  it.each([
    ['title', { title: 'medarbetare' }],
    ['phoneNumbers', { phone: undefined }],
    ['phoneNumbers[type eq "work"]', { phone: undefined }],
    [`${enterprise}:department`, { unit: undefined }],
    [enterprise, { unit: undefined }],
    ['externalId', { externalId: undefined }],
  ])('%s is taken away', (path, more) => expect(change({ op: 'remove', path })).toEqual(is(more)))

  it('gives somebody protected no name', () => {
    const Operations = [{ op: 'replace', path: 'title', value: 'rektor' }]
    const none = { givenName: '–', familyName: '–' }
    expect(readPatch({ Operations }, hidden)).toEqual(is({ title: 'rektor', ...none }))
  })

  it.each([
    '',
    'a b',
    ' title',
    'title ',
    '1title',
    'name.1x',
    'name.',
    'name.a.b',
    '[type eq "work"]',
    'emails[]',
    'emails[a[b]]',
    'emails[a]b',
    'urn:x y:title',
    'a,b',
    'a.b,c',
  ])('of %j is not understood', (path) =>
    expect(change({ op: 'replace', path, value: 'x' })).toEqual(
      not('invalidPath', `Jag förstår inte ${path}`),
    ),
  )
  it('of a place without end is told back in short', () => {
    expect(change({ op: 'remove', path: ' '.repeat(300) })).toEqual(
      not('invalidPath', `Jag förstår inte ${' '.repeat(200)}`),
    )
  })

  const title = { op: 'replace', path: 'title', value: 'x' }
  it.each<[string, unknown, string, string]>([
    ['no body', null, 'invalidSyntax', 'Operations behövs, med op och value'],
    ['nothing', { Operations: [] }, 'invalidSyntax', 'Operations behövs, med op och value'],
    [
      'too much',
      { Operations: Array(101).fill(title) },
      'invalidSyntax',
      'Operations behövs, med op och value',
    ],
    ['no op', { Operations: [{ path: 'title' }] }, 'invalidSyntax', 'Operations behövs, med op och value'],
    [
      'a path that is none',
      { Operations: [{ ...title, path: 7 }] },
      'invalidSyntax',
      'Operations behövs, med op och value',
    ],
    [
      'another op',
      { Operations: [{ ...title, op: 'move' }] },
      'invalidSyntax',
      'op är add, replace eller remove',
    ],
    [
      'a value of nothing',
      { Operations: [{ op: 'add', value: 'x' }] },
      'invalidSyntax',
      'Utan path behöver value vara en användare',
    ],
    ['nothing to remove', { Operations: [{ op: 'remove' }] }, 'noTarget', 'Skriv vad som ska bort'],
    [
      'no user name',
      { Operations: [{ op: 'remove', path: 'userName' }] },
      'invalidValue',
      'userName: userName behövs',
    ],
    [
      'a title that is a number',
      { Operations: [{ ...title, value: 7 }] },
      'invalidValue',
      'title: texten är tom',
    ],
  ])('with %s is refused', (_, body, type, detail) => expect(readPatch(body, now)).toEqual(not(type, detail)))

  it('may be a hundred things at once', () => {
    expect(change(...Array(100).fill(title))).toEqual(is({ title: 'x' }))
  })
})
