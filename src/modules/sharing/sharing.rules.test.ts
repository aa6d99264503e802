import { describe, expect, it } from 'vitest'
import { saysItsOwn } from '#test/words.ts'
import { languageCodes, languageName, languages, without } from './consent.ts'
import {
  answerWords,
  areaWords,
  leadStateText,
  ownStateText,
  partWords,
  signerName,
  stateMarks,
  wayWords,
} from './labels.ts'
import { familyReadsUntil, mayBeOpened, partFor } from './sharing.ts'
import {
  type Answer,
  answerOf,
  type Line,
  leadState,
  placeOf,
  type Sheet,
  type Signer,
  signerState,
} from './sheet.ts'
import { askable, byKind, unitKinds } from './units.ts'
import { inWords } from './words.ts'

describe('the smallest part that helps', () => {
  it.each([
    ['civil', 'own'],
    ['police', 'own'],
    ['school', 'whole'],
    ['pupil_health_medical', 'whole'],
    ['preschool', 'whole'],
    ['social', 'whole'],
    ['health', 'whole'],
    ['independent_school', 'whole'],
    ['independent_care', 'whole'],
  ] as const)('%s: %s', (kind, part) => {
    expect(partFor(kind)).toBe(part)
  })
})

describe('what may be opened to others', () => {
  it.each([
    ['child', 'told', false],
    ['child', 'unit', false],
    ['child', 'meeting', true],
    ['child', 'everyone', true],
    ['guardian', 'unit', true],
    ['important_adult', 'unit', true],
    ['professional', 'unit', true],
    ['professional', 'everyone', true],
    ['professional', 'told', false],
  ] as const)('what a %s said, for %s: %s', (voice, readers, may) => {
    expect(mayBeOpened({ voice, readers })).toBe(may)
  })
})

it.each([
  ['eight years old', '2018-03-14', '2036-03-14'],
  ['seventeen and a half', '2009-05-01', '2027-11-24'],
  ['eighteen in a year to the day', '2009-11-24', '2027-11-24'],
  ['eighteen in a year and a day', '2009-11-25', '2027-11-25'],
  ['grown up', '2005-01-01', '2027-11-24'],
  ['whose birth is not known', undefined, '2044-11-24'],
])('a family reads about a child %s until the child is grown, and a year at least', (_, bornOn, until) => {
  expect(familyReadsUntil({ bornOn }, '2026-11-24')).toBe(until)
})

describe('a sheet', () => {
  const signer = (id: string): Signer => ({ id, isChild: false, person: undefined, called: undefined })
  const answer = (signerId: string, said: Answer['answer']): Answer => ({
    signerId,
    answer: said,
    struck: [],
    way: 'in_app',
    answeredOn: '2026-11-24',
    language: 'sv',
    interpreted: false,
    notedBy: signerId,
  })
  const sheet = { signers: [signer('sara'), signer('jonas')], over: false } as unknown as Sheet
  const line = (answers: Answer[], more: Partial<Line> = {}): Line =>
    ({ answers, grant: undefined, wasLetIn: false, ...more }) as Line
  const both = [answer('jonas', 'yes'), answer('sara', 'yes')]

  it.each([
    ['one has answered', line([answer('jonas', 'yes')]), 'waiting', 'waiting'],
    ['both have said yes', line(both), 'all_yes', 'said_yes'],
    ['the other said no', line([answer('sara', 'yes'), answer('jonas', 'no')]), 'declined', 'said_yes'],
    [
      'the unit is in',
      line(both, { grant: { id: 'g', part: 'whole' }, wasLetIn: true }),
      'in_force',
      'in_force',
    ],
    ['the unit was in', line(both, { wasLetIn: true }), 'all_yes', 'ended'],
    ['somebody else answered', line([answer('a stranger', 'no')]), 'waiting', 'waiting'],
  ] as const)('when %s', (_, one, lead, own) => {
    expect([leadState(sheet, one), signerState(sheet, one)]).toEqual([lead, own])
  })

  it('is over when its day has been', () => {
    const over = { ...sheet, over: true }
    expect([leadState(over, line(both)), signerState(over, line(both))]).toEqual(['ended', 'ended'])
  })

  it('keeps apart who answered what', () => {
    expect(answerOf(line(both), signer('sara'))?.signerId).toBe('sara')
    expect(answerOf(line(both), signer('lisa'))).toBeUndefined()
  })

  it('is sealed where it stands', () => {
    expect(placeOf('consent_answer', 'a')).toEqual({
      table: 'consent_answer',
      column: 'body',
      row: 'a',
      version: 1,
    })
  })
})

describe('the units that one can ask about', () => {
  const unit = (id: string, kind: keyof typeof unitKinds | 'reception', secrecyUnitId = 'theirs') => ({
    id,
    kind,
    secrecyUnitId,
  })
  it('are behind another wall, and not a reception', () => {
    const units = [unit('a', 'police'), unit('b', 'reception'), unit('c', 'preschool', 'ours')]
    expect(askable(units, 'ours').map(({ id }) => id)).toEqual(['a'])
    expect(askable(units, undefined).map(({ id }) => id)).toEqual(['a', 'c'])
  })
  it('stand by kind, each with a title of its own', () => {
    const units = [unit('a', 'police'), unit('b', 'preschool'), unit('c', 'preschool')]
    expect(byKind(units).map(({ title, units }) => [title, units.map(({ id }) => id)])).toEqual([
      ['Förskolor', ['b', 'c']],
      ['Polisen', ['a']],
    ])
    saysItsOwn(Object.values(unitKinds))
  })
})

describe('in words', () => {
  const lastDay = { lastDay: '2027-11-24' } as Sheet

  it('where a consent stands', () => {
    const lead = ['waiting', 'all_yes', 'declined', 'ended', 'in_force'] as const
    const own = ['waiting', 'said_yes', 'declined', 'ended', 'in_force'] as const
    saysItsOwn(lead.map((state) => leadStateText(state, lastDay)))
    saysItsOwn(own.map((state) => ownStateText(state, lastDay)))
    for (const text of [leadStateText('in_force', lastDay), ownStateText('in_force', lastDay)])
      expect(text).toContain('24 november 2027')
    expect(stateMarks).toEqual({
      waiting: 'later',
      said_yes: 'ongoing',
      all_yes: 'ongoing',
      in_force: 'done',
      declined: 'ended',
      ended: 'ended',
    })
  })

  it('what was answered, how, and how much is seen', () => {
    saysItsOwn((['yes', 'no', 'withdrawn'] as const).map((answer) => answerWords[answer]))
    saysItsOwn((['in_app', 'paper', 'oral', 'telephone'] as const).map((way) => wayWords[way]))
    saysItsOwn((['whole', 'own'] as const).map((part) => partWords[part]))
    expect(areaWords(['home', 'learning', 'health'])).toBe('Hemmet, Lärande och Hälsa')
    expect([inWords([]), inWords(['Sara']), inWords(['Sara', 'Jonas'])]).toEqual([
      '',
      'Sara',
      'Sara och Jonas',
    ])
  })

  it('who signs', () => {
    const named = (name: string) =>
      ({ kind: 'visible', id: name, name: `${name} Holmgren`, givenName: name }) as const
    const sara = { id: 's', isChild: false, person: named('Sara'), called: 'mamma' }
    expect(signerName(sara, named('Lisa'))).toBe('Sara Holmgren (mamma)')
    expect(signerName({ ...sara, called: undefined }, named('Lisa'))).toBe('Sara Holmgren')
    expect(signerName({ ...sara, isChild: true, called: undefined }, named('Lisa'))).toBe('Lisa Holmgren')
    expect(signerName({ ...sara, person: undefined, called: undefined }, named('Lisa'))).toBe('Lisa Holmgren')
  })

  it('the languages, and a code that is not known says itself', () => {
    saysItsOwn(Object.values(languages))
    expect(languageCodes).toEqual(Object.keys(languages))
    expect([languageName('so'), languageName('sv-x-latt'), languageName('xx')]).toEqual([
      'somaliska',
      'lätt svenska',
      'xx',
    ])
  })
})

it('what is left is what nobody has struck', () => {
  expect(without(['home', 'learning', 'health'], ['learning', 'care'])).toEqual(['home', 'health'])
})
