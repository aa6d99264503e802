import type { PrintedExtract } from '#modules/documents'
import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import { nameOf } from '#shared/person.ts'
import { answersAsData, answersOnPaper } from '../answers.parts.tsx'
import { wordsOf } from '../extract.ts'
import type { Given } from './ask.ts'

/** What was given, in words, for the one who asked. */
export const onPaper = ({ child, givenOn, unit, parts, seen, readerName, at }: Given): PrintedExtract => {
  const name = nameOf(child.person)
  return {
    name,
    lead: `Det här är vad som står om ${name} hos ${unit ?? 'den verksamhet som ansvarar'}, så som det var ${dayInWords(givenOn)}. Det som omfattas av sekretess är inte med.`,
    parts: [
      ...parts.map((part) => ({
        title: part.title,
        when: [dayInWords(part.day), part.by].filter(Boolean).join(', '),
        texts: wordsOf(part).map((text) => text.reveal()),
      })),
      ...(parts.length === 0 ? [nothing] : []),
      ...(seen
        ? [answersOnPaper(seen.answers, swedishDay(at)), readingsOnPaper(seen.readings, swedishDay(at))]
        : []),
    ],
    footer: `Hämtat ${dayInWords(swedishDay(at))} av ${readerName}`,
    watermark: `${readerName}, ${dayInWords(swedishDay(at))} kl ${swedishClock(at)}`,
  }
}

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

/** The same for a machine. */
export const asData = ({ child, givenOn, unit, parts, seen, readerName, at }: Given) => ({
  watermark: `${readerName}, ${at.toISOString()}`,
  child: nameOf(child.person),
  unit,
  givenOn,
  parts: parts.map(({ id, title, day, by, whose, texts }) => ({
    id,
    title,
    day,
    by,
    unit: whose?.reveal(),
    texts: texts.map((text) => text.reveal()),
  })),
  ...(seen && { consents: answersAsData(seen.answers), readings: seen.readings }),
})
