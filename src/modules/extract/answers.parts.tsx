import type { OwnAnswers } from '#modules/sharing'
import { type Day, dayWithYear } from '#shared/dates.ts'

/** What was asked and answered about sharing, a line for each unit. */
export const answerLines = (answers: readonly OwnAnswers[]): string[] =>
  answers.map(
    ({ unit, areas, purpose, askedOn, lastDay, answers: said }) =>
      `${unit}, om ${areas}. Varför: ${purpose.reveal().replace(/[.!?]?\s*$/, '.')} Frågan kom den ${dayWithYear(askedOn)} och gäller till och med den ${dayWithYear(lastDay)}. ${said.length > 0 ? `Svar: ${said.map(({ answer, on, way }) => `${answer} den ${dayWithYear(on)}, ${way}`).join('; ')}.` : 'Inget svar.'}`,
  )

export const answersOnPaper = (answers: readonly OwnAnswers[], today: Day) => ({
  title: 'Det du har svarat om att dela',
  when: `Som det var den ${dayWithYear(today)}`,
  texts: answers.length > 0 ? answerLines(answers) : ['Inget att visa.'],
})

export const answersAsData = (answers: readonly OwnAnswers[]) =>
  answers.map(({ purpose, ...rest }) => ({ ...rest, purpose: purpose.reveal() }))
