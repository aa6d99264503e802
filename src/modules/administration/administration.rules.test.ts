import { expect, it } from 'vitest'
import { saysItsOwn } from '#test/words.ts'
import {
  functionWords,
  isRefused,
  kindsAt,
  savedMeanwhile,
  unitFunctionKinds,
  unitKinds,
  unitWords,
} from './administration.ts'
import { mayPhone } from './phone.ts'

const organisation = { id: 'house', name: 'Växjö kommun', municipality: undefined }
const atMunicipality = kindsAt({ ...organisation, isRegion: false })
const atRegion = kindsAt({ ...organisation, isRegion: true })

it('only in a region somebody is the county’s process leader', () => {
  expect(atMunicipality).toEqual(['local_administrator', 'fallback_lead', 'protection_group'])
  expect(atRegion).toEqual([...atMunicipality, 'process_leader'])
})

it('every function and every kind of unit has words of its own', () => {
  saysItsOwn([...unitFunctionKinds, ...atRegion].map((kind) => functionWords[kind]))
  expect(unitKinds).toContain('preschool')
  saysItsOwn(unitKinds.map((kind) => unitWords[kind]))
})

it.each([
  ['nobody has touched it', ['Furuskolan', '1'], ['Furuskolan', '1'], ['Granskolan', '1'], false],
  ['somebody wrote the same', ['Granskolan', '1'], ['Furuskolan', '1'], ['Granskolan', '1'], false],
  ['somebody wrote something else', ['Björkskolan', '1'], ['Furuskolan', '1'], ['Granskolan', '1'], true],
  ['somebody changed one thing', ['Furuskolan', '2'], ['Furuskolan', '1'], ['Granskolan', '1'], true],
  ['empty is as none', ['Furuskolan', undefined], ['Furuskolan', ''], ['Granskolan', '1'], false],
  ['none is as empty', ['Furuskolan', ''], ['Furuskolan', undefined], ['Granskolan', '1'], false],
  ['somebody took it away', ['Furuskolan', ''], ['Furuskolan', '1'], ['Furuskolan', '2'], true],
  ['somebody added it', ['Furuskolan', '2'], ['Furuskolan', ''], ['Furuskolan', '1'], true],
] as const)('saved meanwhile: %s', (_, now, seen, wanted, meanwhile) => {
  expect(savedMeanwhile(now, seen, wanted)).toBe(meanwhile)
})

it('knows a refusal from what else is said', () => {
  expect(['last-administrator', 'own', 'done', ''].filter(isRefused)).toEqual(['last-administrator', 'own'])
})

it.each([
  ['070-174 06 05', '070-174 06 05'],
  [' +46 (8) 465 004 10 ', '+46 (8) 465 004 10'],
  ['0'.repeat(30), '0'.repeat(30)],
  ['  ', undefined],
  [undefined, undefined],
])('the number at work, of %j: %s', (written, kept) => {
  expect(mayPhone.parse(written)).toBe(kept)
})

it.each([
  ['växeln 08-465 004 10', 'Skriv numret med siffror'],
  ['08-465 004 10 växeln', 'Skriv numret med siffror'],
  ['0'.repeat(31), 'Skriv ett kortare nummer'],
])('is not a number: %s', (written, says) => {
  expect(mayPhone.safeParse(written).error?.issues).toMatchObject([{ message: says }])
})
