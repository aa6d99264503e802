import type { PrintedExtract } from '#modules/documents'
import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import { nameOf } from '#shared/person.ts'
import type { Given } from './ask.ts'

/** What was given, in words, for the one who asked. */
export const onPaper = ({ child, givenOn, parts, readerName, at }: Given): PrintedExtract => ({
  name: nameOf(child.person),
  lead: `Det här är vad som står om ${nameOf(child.person)} hos den verksamhet som ansvarar, så som det var ${dayInWords(givenOn)}. Det som omfattas av sekretess är inte med.`,
  parts: parts.map((part) => ({
    title: part.title,
    when: [dayInWords(part.day), part.by].filter(Boolean).join(', '),
    texts: part.texts.map((text) => text.reveal()),
  })),
  footer: `Hämtat ${dayInWords(swedishDay(at))} av ${readerName}`,
  watermark: `${readerName}, ${dayInWords(swedishDay(at))} kl ${swedishClock(at)}`,
})

/** The same for a machine. */
export const asData = ({ child, givenOn, parts, readerName, at }: Given) => ({
  watermark: `${readerName}, ${at.toISOString()}`,
  child: nameOf(child.person),
  givenOn,
  parts: parts.map(({ id, title, day, by, texts }) => ({
    id,
    title,
    day,
    by,
    texts: texts.map((text) => text.reveal()),
  })),
})
