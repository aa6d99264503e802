import type { Line } from '#modules/documents'
import { areaNames } from '#modules/knowledge'
import type { OwnAnswers } from '#modules/sharing'
import { type Day, dayWithYear } from '#shared/dates.ts'
import { say, together } from '#ui/say.tsx'

const areasOf = ({ areas }: OwnAnswers) => together(areas.map((area) => say(areaNames.names[area])))

/** What was asked and answered about sharing, a line for each unit. */
export const answerLines = (answers: readonly OwnAnswers[]): Line[] =>
  answers.map((one) => [
    say('{unit}, om {areas}.', { unit: one.unit, areas: areasOf(one) }),
    say('Varför:'),
    { written: one.purpose.reveal().replace(/[.!?]?\s*$/, '.') },
    say('Frågan kom den {asked} och gäller till och med den {last}.', {
      asked: dayWithYear(one.askedOn),
      last: dayWithYear(one.lastDay),
    }),
    ...(one.answers.length === 0 ? [say('Inget svar.')] : []),
    ...one.answers.map(({ answer, on, way }) =>
      say('Svar den {day}: {answer}, {way}.', { day: dayWithYear(on), answer: say(answer), way: say(way) }),
    ),
  ])

export const answersOnPaper = (answers: readonly OwnAnswers[], today: Day) => ({
  title: say('Det du har svarat om att dela'),
  when: say('Som det var den {day}', { day: dayWithYear(today) }),
  texts: answers.length > 0 ? answerLines(answers) : [say('Inget att visa.')],
})

export const answersAsData = (answers: readonly OwnAnswers[]) =>
  answers.map((one) => ({ ...one, areas: areasOf(one), purpose: one.purpose.reveal() }))
