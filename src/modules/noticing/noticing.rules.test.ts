import { describe, expect, it } from 'vitest'
import {
  dueOn,
  escalatesAt,
  type Receiver,
  readDescription,
  receiverOf,
  saysWhere,
  sharesAcross,
} from './noticing.ts'

describe('who the child is, in free words', () => {
  it.each([
    ['en pojke på 9 år', 9, false],
    ['9 åring', 9, false],
    ['nioåring, 9-åring', 9, false],
    ['15årig', 15, false],
    ['1,5 år', 1, false],
    ['2.5 år', 2, false],
    ['14 - åring', 14, false],
    ['8 månader', 0, false],
    ['8mån', 0, false],
    ['10 veckor', 0, false],
    ['2 år och 3 månader', 2, false],
    ['åk 3, Furuskolan', undefined, false],
    ['i åratal', undefined, false],
    ['månadens elev', undefined, false],
    ['mamman är gravid', undefined, true],
    ['ett ofött barn', undefined, true],
    ['ofödd', undefined, true],
    ['hon VÄNTAR BARN', undefined, true],
    ['väntas i mars', undefined, true],
    ['väntar på sin pappa', undefined, false],
    ['', undefined, false],
  ])('%s', (text, age, unborn) => {
    expect(readDescription(text)).toEqual({ age, unborn })
  })
})

describe('who receives', () => {
  const unit = (unitId: string, name: string, kind: Receiver['kind'], ...serves: string[]): Receiver => ({
    unitId,
    name,
    kind,
    serves,
    secrecyUnitId: unitId,
  })
  const units = [
    unit('fs', 'Furuskolan', 'compulsory_school', '0780'),
    unit('gs', 'Granskolan', 'compulsory_school', '0780', '0764'),
    unit('bvc', 'BVC Norr', 'child_health', '0780'),
    unit('mvc', 'Mödravården', 'midwifery', '0780', '0764'),
    unit('mv', 'Mottagning Växjö', 'reception', '0780'),
    unit('ma', 'Mottagning Alvesta', 'reception', '0764'),
  ]
  const places = [
    { code: '0764', name: 'Alvesta' },
    { code: '0780', name: 'Växjö' },
  ]
  it.each([
    ['the school that is named', 'Elias, 9 år, går på furuskolan', undefined, 'fs', []],
    ['the school that is named, wherever one sits', 'Elias på Furuskolan i Alvesta', '0764', 'fs', []],
    ['the reception, when two are named', 'Furuskolan eller Granskolan, 9 år', '0780', 'mv', []],
    ['the only one that the ladder says', '2 månader', '0780', 'bvc', ['child_health']],
    ['the only one, in the place that is named', 'en 9-åring i alvesta', '0780', 'gs', ['compulsory_school']],
    ['the midwives, before birth', 'gravid i vecka 20', '0764', 'mvc', ['midwifery']],
    ['the reception, when two fit', 'en pojke på 9 år', '0780', 'mv', ['compulsory_school']],
    ['the reception, when nobody fits', 'en pojke på 17 år', '0764', 'ma', ['activity_responsibility']],
    ['the reception, when nothing is known of the age', 'ett barn', '0764', 'ma', []],
    ['some reception, when nothing is known at all', 'ett barn', undefined, 'mv', ['compulsory_school']],
    ['some reception, from a place that nobody serves', 'ett barn', '9999', 'mv', ['compulsory_school']],
  ] as const)('is %s', (_, text, from, unitId, kinds) => {
    expect(receiverOf(text, kinds, units, places, from)?.unitId).toBe(unitId)
  })

  it.each([
    ['en 9-åring i alvesta', true],
    ['Växjö', true],
    ['en 9-åring', false],
  ])('%s says where: %s', (text, says) => {
    expect(saysWhere(text, places)).toBe(says)
  })

  it('is nobody where there is nobody', () => {
    expect(receiverOf('9 år', ['compulsory_school'], [], places, '0780')).toBeUndefined()
    expect(receiverOf('9 år', ['compulsory_school'], units.slice(0, 2), places, '0780')).toBeUndefined()
  })
})

describe('when', () => {
  it.each([
    ['today', '2026-11-24'],
    ['this_week', '2026-11-26'],
    ['can_wait', '2026-11-26'],
    [undefined, '2026-11-26'],
  ] as const)('what is told as %s on a Tuesday is read by %s', (urgency, due) => {
    expect(dueOn('2026-11-24', urgency)).toBe(due)
  })

  it('the stand-in sees it from seven the working day after', () => {
    expect(escalatesAt('2026-11-26').toISOString()).toBe('2026-11-27T06:00:00.000Z')
    expect(escalatesAt('2026-11-27').toISOString()).toBe('2026-11-30T06:00:00.000Z')
  })
})

it.each([
  ['outside secrecy law', undefined, 'school', false],
  ['inside the same wall', 'school', 'school', false],
  ['behind another wall', 'social', 'school', true],
])('who tells from %s shares: %s', (_, from, to, shares) => {
  expect(sharesAcross({ secrecyUnitId: from }, { secrecyUnitId: to })).toBe(shares)
})
