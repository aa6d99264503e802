import { describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { ok } from '#shared/result.ts'
import { readSaid } from './answer/answer.form.ts'
import { readCounts } from './count/count.form.ts'
import { type Asked, answers, questionsFor, questionTexts } from './participation.ts'
import { mayCount } from './participation-policy.ts'
import { slipOnPaper, slipsOnPaper } from './slip.parts.tsx'

it('the family is asked three things and staff one', () => {
  expect(questionsFor('family')).toEqual(['knows_plan', 'took_part', 'knows_whom'])
  expect(questionsFor('staff')).toEqual(['better_support'])
  expect(answers).toEqual(['yes', 'partly', 'no'])
})

it('what is skipped, unknown or asked of others is not answered', () => {
  const typed = { knows_plan: 'yes', took_part: 'perhaps', better_support: 'no' }
  const said = (asked: Asked) => readSaid({ typed, fault: undefined }, asked)
  expect(said('family')).toEqual(ok(new Map([['knows_plan', 'yes']])))
  expect(said('staff')).toEqual(ok(new Map([['better_support', 'no']])))
  expect(readSaid({ typed, fault: 'Försök igen' }, 'staff').ok).toBe(false)
})

it('a child can read what the family is asked', () => {
  const asked = questionsFor('family').map((question) => questionTexts[question])
  expect(lix(asked.join(' '))).toBeLessThanOrEqual(25)
})

describe('answers on paper', () => {
  const most = { child: 1, guardian: 2 }
  const submission = '0f6a1c9e-3b7d-4e52-9c1f-8a2b3c4d5e6f'
  const read = (typed: Record<string, string>) =>
    readCounts({ typed: { submission, ...typed }, fault: undefined }, most)
  const wrong = (typed: Record<string, string>) => {
    const counted = read(typed)
    return counted.ok ? counted.value : counted.error
  }

  it('are numbers of each voice, question and answer; what is empty or nought is nothing', () => {
    expect(
      read({ 'child-took_part-yes': ' 1 ', 'guardian-knows_plan-no': '2', 'guardian-took_part-no': '0' }),
    ).toEqual(
      ok({
        id: submission,
        counts: [
          { voice: 'child', question: 'took_part', answer: 'yes', number: 1 },
          { voice: 'guardian', question: 'knows_plan', answer: 'no', number: 2 },
        ],
      }),
    )
  })

  it.each([
    [{}, { 'child-knows_plan-yes': 'Inget är ifyllt. Skriv hur många som kryssade vad, på minst en fråga' }],
    [{ 'child-took_part-no': '-1' }, { 'child-took_part-no': 'Skriv hur många med siffror' }],
    [
      { 'child-took_part-no': '1', 'child-took_part-yes': '1' },
      {
        'child-took_part-yes':
          'Fick du vara med? Barnet kan bara ha ett svar här. Skriv 1 vid det, och lämna de andra tomma.',
      },
    ],
    [
      { 'guardian-knows_whom-no': '2', 'guardian-knows_whom-partly': '1' },
      {
        'guardian-knows_whom-partly':
          'Vet du vem du kan fråga? Det kan bara vara 2 svar här, ett för varje vårdnadshavare.',
      },
    ],
  ])('%j: %j', (typed, errors) => {
    expect(wrong(typed)).toEqual(errors)
  })

  it.each([
    ['lead', true, false, true],
    ['lead', false, true, true],
    ['lead', false, false, false],
    ['party', true, true, false],
  ] as const)(
    '%s, in person %s, with the function %s: %s',
    (relation, isLeadInPerson, holdsFunction, may) => {
      const standing = { relation, isLeadInPerson, holdsFunction }
      expect(mayCount({ ...standing, open: true, part: 'whole', writesPlan: true, matterId: 'm' })).toBe(may)
    },
  )

  it('a slip says who counts it and names nobody else; a child can read it', () => {
    const of = { voice: 'child', isMeeting: true, leadName: 'Maja Lindgren' } as const
    const { title, lead, questions, leave } = slipOnPaper(of)
    expect(lix([title, lead, ...questions].join(' '))).toBeLessThanOrEqual(25)
    expect(leave).toContain('lämna den till Maja Lindgren')
    expect(slipOnPaper({ ...of, leadName: undefined }).leave).toContain('till Barnets bästa-ansvarig.')
  })

  it('the slips are one for each who may answer, after a meeting or a follow-up', () => {
    const occasion = { id: 'o', isMeeting: false, happenedOn: '2026-11-23', said: false }
    const at = new Date('2026-11-24T11:00:00Z')
    const most = { child: 1, guardian: 2 }
    const printed = slipsOnPaper({ occasion, most, lead: undefined, at })
    expect(printed.title).toBe('Efter uppföljningen måndag 23 november')
    expect(printed.slips.map(({ whose, title }) => [whose, title])).toEqual([
      ['Till dig som är barn', 'Hur var uppföljningen för dig?'],
      ['Till dig som är vårdnadshavare', 'Hur var uppföljningen för dig?'],
      ['Till dig som är vårdnadshavare', 'Hur var uppföljningen för dig?'],
    ])
    expect(
      slipsOnPaper({ occasion: { ...occasion, isMeeting: true }, most, lead: undefined, at }).title,
    ).toBe('Efter mötet måndag 23 november')
    // Nobody is asked for whom there is nobody.
    const alone = slipsOnPaper({ occasion, most: { child: 1, guardian: 0 }, lead: undefined, at })
    expect(alone.slips.map(({ whose }) => whose)).toEqual(['Till dig som är barn'])
  })
})
