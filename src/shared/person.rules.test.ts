import { describe, expect, it } from 'vitest'
import { callOf, nameOf, type Person, personOf, whoseOf } from './person.ts'

const lisa = { id: 'l', given_name: 'Lisa', family_name: 'Holmgren', protection: 'none' }

describe('what a page may know of somebody', () => {
  it.each([
    ['both names', {}, 'Lisa Holmgren'],
    ['only the given name', { family_name: null }, 'Lisa'],
    ['a child that is found', { provisional: false }, 'Lisa Holmgren'],
  ])('%s', (_, more, name) => {
    expect(personOf({ ...lisa, ...more })).toEqual({ kind: 'visible', id: 'l', name, givenName: 'Lisa' })
  })

  it.each(['sekretessmarkering', 'skyddad_folkbokforing'])('no name under %s', (protection) => {
    for (const more of [{}, { provisional: false }, { provisional: true }]) {
      const person = personOf({ ...lisa, ...more, protection })
      expect(person).toMatchObject({ kind: 'protected', id: 'l' })
      expect(JSON.stringify(person)).not.toMatch(/Lisa|Holmgren/)
    }
  })

  it.each([
    ['described, and not found yet', { provisional: true }],
    ['without a name', { given_name: null }],
  ])('a child %s', (_, more) => {
    expect(personOf({ ...lisa, ...more })).toEqual({ kind: 'unknown', id: 'l' })
  })
})

const called = (givenName: string): Person => ({
  kind: 'visible',
  id: 'x',
  name: `${givenName} Berg`,
  givenName,
})

it.each([
  [called('Lisa'), 'Lisa Berg', 'Lisa', 'Lisas'],
  [called('Nils'), 'Nils Berg', 'Nils', 'Nils'],
  [called('Max'), 'Max Berg', 'Max', 'Max'],
  [called('Lorenz'), 'Lorenz Berg', 'Lorenz', 'Lorenz'],
  [called('SixtEN'), 'SixtEN Berg', 'SixtEN', 'SixtENs'],
  [called('ALEX'), 'ALEX Berg', 'ALEX', 'ALEX'],
  [{ kind: 'protected', id: 'x' }, 'Skyddad person', 'barnet', 'barnets'],
  [{ kind: 'unknown', id: 'x' }, 'Barn som ännu inte är hittat', 'barnet', 'barnets'],
] as const)('%o is %s, called %s; it is %s', (person, name, call, whose) => {
  expect([nameOf(person), callOf(person), whoseOf(person)]).toEqual([name, call, whose])
})
