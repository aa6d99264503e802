import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { check } from '#shared/fields.ts'
import { one } from '#shared/form-reading.ts'
import {
  answerBy,
  callAgainBy,
  childUsuallyComes,
  isAhead,
  isTimeToWrite,
  learns,
  type Party,
  writePlanBy,
} from './meeting.ts'
import { timeAndPlace } from './meeting-fields.ts'
import { linesFor, mostActions, needsReason, tellOn } from './note.ts'
import { lengthInWords } from './time-place.parts.tsx'

const party = (more: Partial<Party>): Party => ({
  id: 'p',
  role: 'unit',
  person: { kind: 'unknown', id: 'x' },
  called: undefined,
  unitId: 'u',
  unitName: 'Familjestöd',
  engagementId: undefined,
  title: undefined,
  inside: false,
  part: undefined,
  prepare: undefined,
  answer: undefined,
  attended: undefined,
  version: 1,
  mine: false,
  ...more,
})

describe('the rules of a meeting', () => {
  it('who learns what follows from the part the family has given', () => {
    expect(learns(party({ part: 'whole' }))).toBe('everything')
    expect(learns(party({ part: 'own' }))).toBe('own_part')
    expect(learns(party({}))).toBe('nothing')
    expect(learns(party({ inside: true }))).toBe('everything')
    expect(learns(party({ role: 'guardian', unitId: undefined }))).toBe('everything')
    expect(learns(party({ role: 'child', unitId: undefined }))).toBe('everything')
  })

  it('an invitation is answered within three working days, and not after the meeting', () => {
    expect(answerBy('2026-11-27', new Date('2026-12-08T13:30:00Z'))).toBe('2026-12-02')
    expect(answerBy('2026-11-24', new Date('2026-11-25T08:00:00Z'))).toBe('2026-11-25')
  })

  it('a new time comes within a week, the plan within three working days, and the child hears the same day', () => {
    expect(callAgainBy('2026-11-24')).toBe('2026-12-01')
    expect(writePlanBy('2026-11-24')).toBe('2026-11-27')
    expect(tellOn(new Date('2026-12-08T23:30:00Z'))).toBe('2026-12-09')
  })

  it('only what lies ahead is answered, moved or called off', () => {
    const states = ['planned', 'called', 'held', 'cancelled'] as const
    expect(states.filter((state) => isAhead({ state }))).toEqual(['planned', 'called'])
  })

  it('a child is usually there from six', () => {
    expect([undefined, 0, 5, 6, 17].map(childUsuallyComes)).toEqual([false, false, false, true, true])
  })

  it('on the day in Sweden one writes', () => {
    const meeting = { state: 'called', startsAt: new Date('2026-12-08T07:00:00Z') } as const
    const at = (text: string) => isTimeToWrite({ ...full, ...meeting }, new Date(text))
    expect(at('2026-12-07T22:59:00Z')).toBe(false)
    expect(at('2026-12-07T23:01:00Z')).toBe(true)
    expect(at('2026-12-20T12:00:00Z')).toBe(true)
    expect(isTimeToWrite({ ...full, ...meeting, state: 'held' }, new Date('2026-12-20T12:00:00Z'))).toBe(
      false,
    )
  })

  it('why not is always said', () => {
    expect((['plan', 'own_support', 'close', undefined] as const).map(needsReason)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('there is always an empty line to write on, up to twelve', () => {
    expect([0, 2, 3, 8, 12].map(linesFor)).toEqual([4, 4, 5, 10, mostActions])
  })

  it('a clock is read as people write it', () => {
    const typed = { day: '2026-12-08', minutes: '60', place: 'Granen' }
    const read = (time: string) => {
      const answer = check({ typed: { ...typed, time }, fault: undefined }, z.object(timeAndPlace))
      return answer.ok ? answer.value.time : one(answer.error, 'time')
    }
    expect(['14:30', '14.30', '1430', ' 8.05 ', '9:00'].map(read)).toEqual([
      '14:30',
      '14:30',
      '14:30',
      '08:05',
      '09:00',
    ])
    for (const wrong of ['24:00', '14:60', '14', 'halv tre', ''])
      expect(read(wrong)).toContain('Skriv vilken tid')
  })

  it('a length is said as people say it', () => {
    expect([45, 60, 75, 90, 120].map(lengthInWords)).toEqual([
      '45 minuter',
      'en timme',
      '75 minuter',
      'en och en halv timme',
      '2 timmar',
    ])
  })
})

const full = {
  childId: 'c',
  id: 'm',
  minutes: 60,
  version: 1,
  groupId: undefined,
  place: undefined,
  purpose: undefined,
  wishes: undefined,
}
