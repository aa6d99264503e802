import { z } from 'zod'
import { readInWords } from '#modules/reader-log'
import { nameOf } from '#shared/person.ts'
import { answersAsData } from '../answers.parts.tsx'
import type { Given } from './ask.ts'

// The extract for a machine. Its shape is kept: a field may come, but none goes or changes without a new number in `format`.
// docs/proof/registerutdrag.schema.json is made from this.

const day = z.iso.date()
const texts = z.array(z.string())
const spell = z.strictObject({ from: day, until: day.optional() })

export const extractFile = z.strictObject({
  format: z.literal('kronobarn-registerutdrag/1'),
  watermark: z.string().describe('Vem som har hämtat det, och när.'),
  child: z.string(),
  unit: z.string().optional().describe('Verksamheten som har svarat.'),
  givenOn: day.describe('Den dag som delarna visar.'),
  parts: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        day,
        by: z.string().optional().describe('Den som har skrivit.'),
        unit: z.string().optional().describe('Verksamheten som delen handlar om.'),
        texts,
        facts: z
          .array(
            z.strictObject({
              name: z.string().describe('Tabell och kolumn, som i docs/proof/processing.md.'),
              label: z.string(),
              value: z.string().describe('Som det står på papper.'),
              raw: z.union([z.string(), z.boolean(), z.array(z.string())]).describe('Som det är sparat.'),
            }),
          )
          .describe('Uppgifter som inte är löpande text.'),
        earlier: z.array(z.strictObject({ day, texts })).describe('Vad det stod innan, äldst först.'),
      }),
    )
    .describe('Det som har lämnats ut, i den ordning det skrevs.'),
  about: z
    .strictObject({
      bornOn: day.optional(),
      expectedOn: day.optional(),
      places: z.array(spell.extend({ unit: z.string(), className: z.string().optional() })),
      guardian: z.array(spell.extend({ kind: z.string(), called: z.string(), source: z.string() })),
      you: z.strictObject({ name: z.string(), phones: texts }),
    })
    .optional()
    .describe('Barnet och den som frågar. Här och nedanför: bara från den verksamhet som ansvarar.'),
  consents: z
    .array(
      z.strictObject({
        childId: z.string(),
        consentId: z.string(),
        unit: z.string(),
        areas: z.string(),
        askedOn: day,
        lastDay: day,
        purpose: z.string(),
        answers: z.array(z.strictObject({ answer: z.string(), on: day, way: z.string() })),
      }),
    )
    .optional(),
  questions: z
    .array(z.strictObject({ asked: day, due: day, day, question: z.string(), answer: z.string().optional() }))
    .optional()
    .describe('Egna frågor om rader i läsloggen.'),
  readings: z
    .array(z.strictObject({ day, text: z.string() }))
    .optional()
    .describe('Raderna i läsloggen.'),
})
export type ExtractFile = z.input<typeof extractFile>

export const asData = ({ child, givenOn, unit, parts, seen, readerName, at }: Given): ExtractFile => ({
  format: 'kronobarn-registerutdrag/1',
  watermark: `${readerName}, ${at.toISOString()}`,
  child: nameOf(child.person),
  unit,
  givenOn,
  parts: parts.map(({ id, title, day, by, whose, texts, facts, earlier }) => ({
    id,
    title,
    day,
    by,
    unit: whose?.reveal(),
    texts: texts.map((text) => text.reveal()),
    facts: facts.map(({ raw, ...fact }) => ({ ...fact, raw: typeof raw === 'object' ? [...raw] : raw })),
    earlier: earlier.map((before) => ({ day: before.day, texts: before.texts.map((text) => text.reveal()) })),
  })),
  ...(seen && {
    about: {
      bornOn: seen.about.bornOn,
      expectedOn: seen.about.expectedOn,
      places: [...seen.about.places],
      guardian: [...seen.about.guardian],
      you: { name: seen.about.you.name, phones: seen.about.you.phones.map((phone) => phone.reveal()) },
    },
    consents: answersAsData(seen.answers).map((one) => ({ ...one, answers: [...one.answers] })),
    questions: seen.questions.map(({ question, answer, ...rest }) => ({
      ...rest,
      question: question.reveal(),
      answer: answer?.reveal(),
    })),
    readings: seen.readings.map((read) => ({ day: read.day, text: readInWords(read) })),
  }),
})
