import type { PrintedExtract } from '#modules/documents'
import { readInWords } from '#modules/reader-log'
import { dayWithYear, swedishClock, swedishDay } from '#shared/dates.ts'
import { nameOf } from '#shared/person.ts'
import { listed, say } from '#ui/say.tsx'
import { aboutLines } from '../about.parts.tsx'
import { answersOnPaper } from '../answers.parts.tsx'
import { earlierTitle, isWritten, type Part, saidOf, wordsOf } from '../extract.ts'
import type { About, OwnQuestion } from '../seen-access.ts'
import { textOnPaper } from '../text.parts.tsx'
import type { Given } from './ask.ts'

/** What was given, in words, for the one who asked. */
export const onPaper = ({ child, givenOn, unit, parts, seen, readerName, at }: Given): PrintedExtract => {
  const name = nameOf(child.person)
  const today = swedishDay(at)
  return {
    name,
    kicker: say('Registerutdrag'),
    lead: [
      say('Det här är vad som står om {name}, så som det var den {day}.', {
        name,
        day: dayWithYear(givenOn),
      }),
      unit ? say('{unit} svarar för det.', { unit }) : say('Den verksamhet som ansvarar svarar för det.'),
      say('Det som omfattas av sekretess är inte med.'),
    ].join(' '),
    parts: [
      ...(seen ? [aboutOnPaper(seen.about)] : []),
      ...parts.map(partOnPaper),
      ...(parts.length === 0 ? [nothing()] : []),
      ...(seen
        ? [
            answersOnPaper(seen.answers, today),
            ...seen.questions.map(questionOnPaper),
            readingsOnPaper(seen.readings, today),
          ]
        : []),
    ],
    footer: say('Hämtat {day} av {name}', { day: dayWithYear(today), name: readerName }),
    watermark: say('{who}, {day} kl {clock}', {
      who: readerName,
      day: dayWithYear(today),
      clock: swedishClock(at),
    }),
  }
}

/** What was sealed in Swedish words is said anew: its titles and labels are the texts that are translated. */
const partOnPaper = (part: Part) => ({
  title: say(part.title),
  when: listed([dayWithYear(part.day), part.by].filter((word) => word !== undefined)),
  texts: wordsOf(part).flatMap(textOnPaper),
  facts: part.facts.map((fact) => ({
    label: say(fact.label),
    value: isWritten(fact) ? { written: fact.value } : saidOf(fact),
  })),
  earlier: part.earlier.map(({ day, texts }) => ({
    title: earlierTitle(day),
    texts: texts.flatMap(textOnPaper),
  })),
})

const aboutOnPaper = (about: About) => ({
  title: say('Barnet och du'),
  when: '',
  texts: [],
  facts: aboutLines(about),
})

const questionOnPaper = ({ asked, day, question, answer }: OwnQuestion) => ({
  title: say('Din fråga om vem som har läst'),
  when: dayWithYear(asked),
  texts: [
    { written: question.reveal() },
    answer ? [say('Svar:'), { written: answer.reveal() }] : say('Du har inte fått något svar än.'),
  ],
  facts: [{ label: say('Gäller'), value: dayWithYear(day) }],
})

/** The same whether nothing is written there or nothing of it may be given. */
const nothing = () => ({
  title: say('Det som är skrivet'),
  when: '',
  texts: [say('Här finns inget att lämna ut till dig.')],
})

const readingsOnPaper = (readings: NonNullable<Given['seen']>['readings'], today: string) => ({
  title: say('Vilka som har läst'),
  when: say('Som det var {day}, samma rader som på sidan Vem har läst', { day: dayWithYear(today) }),
  texts:
    readings.length > 0
      ? readings.map((one) => `${dayWithYear(one.day)}: ${readInWords(one)}`)
      : [say('Ingen rad att visa.')],
})
