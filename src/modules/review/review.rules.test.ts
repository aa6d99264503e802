import { expect, it } from 'vitest'
import { saysItsOwn } from '#test/words.ts'
import {
  eventWords,
  isAlarm,
  onlySample,
  outcomes,
  outcomeWords,
  type Rule,
  rules,
  ruleWords,
  usual,
} from './review.ts'

it.each<[readonly Rule[], boolean, boolean]>([
  [['break_glass'], true, false],
  [['look_up'], true, false],
  [['emergency_sharing'], true, false],
  [['night', 'break_glass', 'sample'], true, false],
  [['night'], false, false],
  [['sample', 'own_child'], false, false],
  [['sample'], false, true],
])('a line because of %j must be known at once: %s; is a sample only: %s', (because, alarm, sample) => {
  expect([isAlarm({ rules: because }), onlySample({ rules: because })]).toEqual([alarm, sample])
})

it('every reason and every answer has words of its own', () => {
  saysItsOwn(rules.map((rule) => ruleWords[rule]))
  saysItsOwn(outcomes.map((outcome) => outcomeWords[outcome]))
  expect([rules.length, outcomes.length]).toEqual([10, 4])
})

it('some of what is usual is looked at too', () => {
  expect(usual).toEqual({ childrenADay: 30, sampleLeast: 5, samplePercent: 2 })
})

it.each([
  ['plan.show', 'done', false, 'läste Barnets plan'],
  ['plan.save-goal', 'done', true, 'skrev i Barnets plan'],
  ['plan.show', 'not-found', false, 'försökte öppna Barnets plan'],
  ['plan.save-goal', 'conflict', true, 'försökte öppna Barnets plan'],
  ['plan.save-goal', 'looked', true, 'läste Barnets plan'],
  ['something.new', 'done', false, 'läste en sida'],
])('%s, %s: %s', (act, outcome, changes, words) => {
  expect(eventWords({ act, outcome, changes })).toBe(words)
})

it('a page that is named in the log has a name of its own', () => {
  const pages = [
    'child',
    'plan',
    'wheel',
    'timeline',
    'family',
    'noticing',
    'meeting',
    'consent',
    'consents',
    'sharing',
    'grant',
    'support',
    'handover',
    'matter',
    'address',
  ]
  const read = (page: string) => eventWords({ act: `${page}.show`, outcome: 'done', changes: false })
  saysItsOwn([...pages, 'something new'].map((page) => read(page).replace('läste', '')))
})
