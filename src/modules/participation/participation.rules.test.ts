import { expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { ok } from '#shared/result.ts'
import { readSaid } from './answer/answer.form.ts'
import { type Asked, answers, questionsFor, questionTexts } from './participation.ts'

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
