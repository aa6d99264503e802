import { describe, expect, it } from 'vitest'
import { saysItsOwn } from '#test/words.ts'
import {
  type Facts,
  momentInWords,
  type NoticedLine,
  statusText,
  whereTheFamilyIs,
  whereWeAre,
} from './whereabouts.ts'

const today = '2026-11-24'
const soon = new Date('2026-12-08T13:30:00Z')
const nothing: Facts = {
  lacksGuardian: false,
  unread: false,
  gathers: false,
  decided: undefined,
  support: undefined,
  handover: undefined,
  paper: undefined,
  consent: undefined,
  meeting: undefined,
  lastMeeting: undefined,
  plan: undefined,
}
const consent = { id: 'c', complete: false, awaitsMe: false }
const plan = { followUpAt: soon, ended: false }
const meeting = { id: 'm', at: soon }
const support = { id: 's', reviewOn: '2026-12-08' }

it.each([
  ['2026-11-24T08:00:00Z', 'i dag klockan 9.00'],
  ['2026-11-24T22:30:00Z', 'i dag klockan 23.30'],
  ['2026-11-24T23:30:00Z', 'i morgon klockan 0.30'],
  ['2026-11-25T13:30:00Z', 'i morgon klockan 14.30'],
  ['2026-12-01T09:10:00Z', 'tisdag 1 december klockan 10.10'],
])('%s is %s', (at, words) => {
  expect(momentInWords(new Date(at), today)).toBe(words)
})

describe('where we are, for those who carry it', () => {
  // Each has happened after the one before it, and speaks louder.
  const inOrder = [
    [{}, 'Ni har börjat'],
    [{ unread: true }, 'Någon har berättat'],
    [{ gathers: true }, 'Ni samlar'],
    [{ decided: 'collaboration' }, 'Nu frågar ni familjen'],
    [{ support }, 'Ni tittar igen tisdag 8 december'],
    [{ consent }, 'Familjen är tillfrågad'],
    [{ consent: { ...consent, complete: true } }, 'Familjen har sagt ja'],
    [{ handover: { id: 'h', state: 'offered' } }, 'Överlämningen väntar på svar'],
    [{ meeting }, 'Samverkansmötet är tisdag 8 december klockan 14.30'],
    [{ plan: { ...plan, followUpAt: undefined } }, 'Bestäm när ni följer upp'],
    [{ plan }, 'Ni följer upp tisdag 8 december klockan 14.30'],
  ] as const satisfies readonly (readonly [Partial<Facts>, string])[]

  it.each(inOrder.map(([, words], place) => [words, place] as const))('%s', (words, place) => {
    const soFar = inOrder.slice(0, place + 1).map(([facts]) => facts)
    expect(whereWeAre(Object.assign({}, nothing, ...soFar), true, today)).toContain(words)
  })

  it.each([
    ['a hand-over that was sent back', { handover: { id: 'h', state: 'returned' } }, 'Ni har börjat'],
    ['another decision', { decided: 'own_support' }, 'Ni har börjat'],
    ['a plan that ended, when something new is noticed', { plan: { ...plan, ended: true } }, 'Ni har börjat'],
    [
      'a plan that ended, with a new meeting',
      { plan: { ...plan, ended: true }, meeting },
      'Samverkansmötet är',
    ],
  ] as const)('%s does not speak', (_, facts, words) => {
    expect(whereWeAre({ ...nothing, ...facts }, true, today)).toContain(words)
  })

  it.each([
    ['nothing', {}, 'Inget pågår just nu.'],
    ['an old meeting', { meeting, unread: true }, 'Inget pågår just nu.'],
    ['a plan that goes on elsewhere', { plan }, 'Inget pågår just nu.'],
    ['a plan that ended', { plan: { ...plan, ended: true } }, 'Planen är avslutad. Inget pågår just nu.'],
  ] as const)('when all is over, with %s', (_, facts, words) => {
    expect(whereWeAre({ ...nothing, ...facts }, false, today)).toBe(words)
  })
})

describe('where the family is', () => {
  it.each([
    ['at first', {}, 'Vi har börjat'],
    ['when others are asked', { consent }, 'Vi har börjat'],
    ['when it is asked', { consent: { ...consent, awaitsMe: true } }, 'fråga dig'],
    ['when it will meet', { meeting, consent: { ...consent, awaitsMe: true } }, 'Vi ses tisdag 8 december'],
    ['with a plan', { plan, meeting }, 'Nästa gång vi ses är tisdag 8 december klockan 14.30'],
    ['with a plan without a day', { plan: { ...plan, followUpAt: undefined } }, 'Det finns en plan.'],
    ['when the plan has ended', { plan: { ...plan, ended: true } }, 'Planen är avslutad'],
    [
      'asked anew when a plan has ended',
      { plan: { ...plan, ended: true }, consent: { ...consent, awaitsMe: true } },
      'fråga dig',
    ],
  ] as const)('%s', (_, facts, words) => {
    expect(whereTheFamilyIs({ ...nothing, ...facts }, today)).toContain(words)
  })
})

describe('what became of what somebody told', () => {
  const told = (decision: NoticedLine['decision'], opened = true) =>
    statusText({ itemId: 'i', day: today, opened, decision, why: undefined })

  it('has words of its own for everything that can be decided', () => {
    const decided = [
      undefined,
      'thanked',
      'ordinary_help',
      'own_support',
      'joined',
      'gathering',
      'sent_back',
    ] as const
    saysItsOwn([told(undefined, false), ...decided.map((decision) => told(decision))])
  })

  it('has come, and then been read; a child that is found changes nothing', () => {
    expect([told(undefined, false), told(undefined), told('matched')]).toEqual([
      'Mottaget',
      'Läst',
      'Mottaget',
    ])
  })
})
