import { describe, expect, it } from 'vitest'
import type { TaskKind } from '#shared/schema.ts'
import { stepOf } from './step.ts'
import { loadText, markText, readMark, standInOf } from './task.ts'
import { dueText, greetingAt, groupNames, groupOf, groups, leadText } from './when.ts'

const id = '11111111-1111-4111-8111-111111111111'

// What it is about is part of the address only where the address needs it.
const steps: Readonly<Record<TaskKind, readonly [string, string]>> = {
  receive_noticing: ['ta emot', '/barn/lisa/uppmarksammat/it'],
  match_child: ['ta emot', '/barn/lisa/uppmarksammat/it'],
  talk_with_family: ['familjen', '/barn/lisa/familjen'],
  gather: ['Samla', '/barn/lisa/hjulet'],
  answer_question: ['Svara', '/barn/lisa/fragor/it'],
  question_answered: ['Läs ett svar', '/barn/lisa/fragor/it'],
  analyse: ['helheten', '/barn/lisa/analys'],
  review_support: ['stödet', '/barn/lisa/stod/it'],
  receive_handover: ['överlämning', '/barn/lisa/overlamning/it'],
  see_to_handover: ['överlämning', '/barn/lisa/overlamning/it'],
  plan_handover: ['överlämning', '/barn/lisa/overlamna'],
  handover_returned: ['överlämningen', '/barn/lisa/overlamning/it'],
  ask_consent: ['samtycke', '/barn/lisa/samtycke/nytt'],
  consent_answered: ['familjens svar', '/barn/lisa/samtycke/it'],
  consent_withdrawn: ['familjens svar', '/barn/lisa/samtycke/it'],
  call_meeting: ['samverkansmöte', '/barn/lisa/mote/nytt'],
  answer_invitation: ['inbjudan', '/barn/lisa/mote/it'],
  write_plan: ['Skriv', '/barn/lisa/plan'],
  agree_to_plan: ['tycker', '/barn/lisa/plan/samsyn'],
  accept_collaboration: ['samverkan', '/barn/lisa/plan/samverkansansvarig'],
  collaboration_declined: ['svaret', '/barn/lisa/plan/samverkansansvarig'],
  family_ended: ['familjen har valt', '/barn/lisa/plan'],
  lift_protection: ['skydd har upphört', '/barn/lisa/skydd/it/visa'],
  reconsider_bar: ['Titta igen på en spärr', '/barn/lisa/familjen/sparr'],
  follow_up: ['Följ upp', '/barn/lisa/plan/uppfoljning'],
  read_statement: ['hjulet', '/barn/lisa/hjulet/it'],
  read_message: ['barnet har skrivit', '/barn/lisa/skrev/it'],
  tell_child: ['Berätta', '/barn/lisa/berattat'],
  read_good_news: ['fungerar bra', '/barn/lisa/uppmarksammat/it'],
  explain_sharing: ['varför', '/barn/lisa/delning/it/varfor'],
  review_extract: ['registerutdrag', '/barn/lisa/registerutdrag/it/granska'],
  answer_objection: ['inte håller med', '/barn/lisa/svara-familjen/it'],
  answer_reading_question: ['vem som har läst', '/barn/lisa/vem-har-last/it'],
  reconsider_reading_hold: ['inte visar', '/barn/lisa/var-lasning'],
  name_other_lead: ['ber om en annan', '/barn/lisa/annan-ansvarig/it'],
  become_lead: ['Du är nu', '/barn/lisa/ansvarig'],
  lead_changed: ['Se vem', '/barn/lisa/ansvarig'],
  read_register: ['registret', '/barn/lisa/registret/it'],
  look_at_same_child: ['samma barn', '/barn/lisa/samma-barn'],
  look_at_number: ['ett nummer', '/barn/lisa/uppgifter'],
}

describe('the next step', () => {
  it.each(Object.entries(steps) as [TaskKind, [string, string]][])('%s: %j', (kind, [words, href]) => {
    const step = stepOf({ kind, childId: 'lisa', aboutId: 'it' })
    expect([step.words, step.href]).toEqual([expect.stringContaining(words), href])
    const without = stepOf({ kind, childId: 'lisa', aboutId: undefined })
    expect(without.href).toBe(/\bit\b/.test(href) ? '/barn/lisa' : href)
  })
})

describe('the stand-in', () => {
  const unit = { holderEngagementId: 'maja', standInEngagementId: 'stig' }
  it('sees it too, from seven the working day after it should have been done', () => {
    expect(standInOf(unit, '2026-11-27')).toEqual({
      engagementId: 'stig',
      from: new Date('2026-11-30T06:00:00Z'),
    })
    expect(standInOf({ ...unit, holderEngagementId: undefined }, '2026-11-27')?.engagementId).toBe('stig')
  })
  it.each([
    ['the holder stands in for itself', { ...unit, standInEngagementId: 'maja' }],
    ['there is none', { ...unit, standInEngagementId: undefined }],
    ['there is nobody at all', { holderEngagementId: undefined, standInEngagementId: undefined }],
  ])('is nobody when %s', (_, one) => {
    expect(standInOf(one, '2026-11-27')).toBeUndefined()
  })
})

describe('where a list goes on', () => {
  it('is read as it was written', () => {
    const mark = { dueOn: '2026-11-24', id }
    expect(readMark(markText(mark))).toEqual(mark)
  })
  it.each([undefined, '', '2026-11-24', `2026-02-30.${id}`, '2026-11-24.x', `2026-11-24.${id}.1`])(
    'begins from the top at %s',
    (text) => {
      expect(readMark(text)).toBeUndefined()
    },
  )
})

describe('when it should be done', () => {
  it.each([
    ['2026-11-10', 'left', 'Skulle varit klart tisdag 10 november'],
    ['2026-11-17', 'left', 'Skulle varit klart tisdag 17 november'],
    ['2026-11-18', 'left', 'Skulle varit klart i onsdags'],
    ['2026-11-22', 'left', 'Skulle varit klart i söndags'],
    ['2026-11-23', 'left', 'Skulle varit klart i går'],
    ['2026-11-24', 'today', 'Senast i dag'],
    ['2026-11-25', 'tomorrow', 'Senast i morgon'],
    ['2026-11-26', 'later', 'Senast på torsdag'],
    ['2026-11-30', 'later', 'Senast på måndag'],
    ['2026-12-01', 'later', 'Senast tisdag 1 december'],
  ])('%s, seen on Tuesday 24 November: %s, %s', (due, group, words) => {
    expect([groupOf(due, '2026-11-24'), dueText(due, '2026-11-24')]).toEqual([group, words])
  })

  it('what has waited longest comes first', () => {
    expect(groups.map((group) => groupNames[group])).toEqual([
      'Har blivit liggande',
      'I dag',
      'I morgon',
      'Längre fram',
    ])
  })
})

it.each([
  ['00.00', 'God kväll'],
  ['04.59', 'God kväll'],
  ['05.00', 'God morgon'],
  ['09.59', 'God morgon'],
  ['10.00', 'Hej'],
  ['17.59', 'Hej'],
  ['18.00', 'God kväll'],
])('at %s one says %s', (clock, words) => {
  expect(greetingAt(clock)).toBe(words)
})

it.each([
  [0, false, 'Inget väntar på dig just nu.'],
  [1, false, 'Ett barn väntar på ett nästa steg från dig. Börja med Elias.'],
  [2, false, 'Två barn väntar'],
  [3, false, 'Tre barn väntar'],
  [4, false, 'Fyra barn väntar'],
  [5, false, 'Fem barn väntar'],
  [6, false, 'Sex barn väntar'],
  [7, false, 'Sju barn väntar'],
  [8, false, 'Åtta barn väntar'],
  [9, false, 'Nio barn väntar'],
  [10, false, 'Tio barn väntar'],
  [11, false, 'Elva barn väntar'],
  [12, false, 'Tolv barn väntar'],
  [13, false, '13 barn väntar'],
  [50, true, 'Många barn väntar'],
])('%i children, more: %s: %s', (children, more, words) => {
  expect(leadText(children, more, 'Elias')).toContain(words)
})

it.each([
  [null, '1–4'],
  [0, 'Inga'],
  [5, '5'],
  [12, '12'],
])('of a colleague who has %j one reads %s', (count, text) => {
  expect(loadText(count)).toBe(text)
})
