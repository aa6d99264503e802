import type { PrintedExtract } from '#modules/documents'
import { dayInWords, dayWithYear, swedishClock, swedishDay } from '#shared/dates.ts'
import { nameOf } from '#shared/person.ts'
import { aboutLines } from '../about.parts.tsx'
import { answersOnPaper } from '../answers.parts.tsx'
import { earlierTitle, type Part, wordsOf } from '../extract.ts'
import type { About, OwnQuestion } from '../seen-access.ts'
import { textOnPaper } from '../text.parts.tsx'
import type { Given } from './ask.ts'

/** What was given, in words, for the one who asked. */
export const onPaper = ({ child, givenOn, unit, parts, seen, readerName, at }: Given): PrintedExtract => {
  const name = nameOf(child.person)
  return {
    name,
    lead: `Det här är vad som står om ${name} hos ${unit ?? 'den verksamhet som ansvarar'}, så som det var den ${dayWithYear(givenOn)}. Det som omfattas av sekretess är inte med.`,
    parts: [
      ...(seen ? [aboutOnPaper(seen.about)] : []),
      ...parts.map(partOnPaper),
      ...(parts.length === 0 ? [nothing] : []),
      ...(seen
        ? [
            answersOnPaper(seen.answers, swedishDay(at)),
            ...seen.questions.map(questionOnPaper),
            readingsOnPaper(seen.readings, swedishDay(at)),
          ]
        : []),
    ],
    footer: `Hämtat ${dayInWords(swedishDay(at))} av ${readerName}`,
    watermark: `${readerName}, ${dayInWords(swedishDay(at))} kl ${swedishClock(at)}`,
  }
}

const partOnPaper = (part: Part) => ({
  title: part.title,
  when: [dayWithYear(part.day), part.by].filter(Boolean).join(', '),
  texts: wordsOf(part).map(textOnPaper),
  facts: part.facts.map(({ label, value }) => ({ label, value })),
  earlier: part.earlier.map(({ day, texts }) => ({
    title: earlierTitle(day),
    texts: texts.map(textOnPaper),
  })),
})

const aboutOnPaper = (about: About) => ({
  title: 'Barnet och du',
  when: '',
  texts: [],
  facts: aboutLines(about),
})

const questionOnPaper = ({ asked, day, question, answer }: OwnQuestion) => ({
  title: 'Din fråga om vem som har läst',
  when: dayWithYear(asked),
  texts: [question.reveal(), answer ? `Svar: ${answer.reveal()}` : 'Du har inte fått något svar än.'],
  facts: [{ label: 'Gäller', value: dayWithYear(day) }],
})

/** The same whether nothing is written there or nothing of it may be given. */
const nothing = { title: 'Det som är skrivet', when: '', texts: ['Här finns inget att lämna ut till dig.'] }

const readingsOnPaper = (readings: NonNullable<Given['seen']>['readings'], today: string) => ({
  title: 'Vilka som har läst',
  when: `Som det var ${dayInWords(today)}, samma rader som på sidan Vem har läst`,
  texts:
    readings.length > 0
      ? readings.map(({ day, text }) => `${dayInWords(day)}: ${text}`)
      : ['Ingen rad att visa.'],
})
