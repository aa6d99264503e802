import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import {
  check,
  choice,
  day,
  type FieldErrors,
  mayChoose,
  mayTell,
  submission,
  version,
} from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { lacksInterpreter, readSaid, whoInterpreted } from '../answer-consent/answer-consent.form.ts'
import { changedAnswers, type Said } from '../answer-consent/record-answers.ts'
import { languageCodes } from '../consent.ts'
import type { HowItWasSaid } from '../consent-store.ts'
import { type ReadIn, readIn } from '../read-in.ts'
import { childSaysNoOnly, type Sheet } from '../sheet.ts'

export const ways = ['telephone', 'paper', 'oral'] as const

/** The child, where it is not one of those who sign. */
export const theChild = 'child'

const schema = z.object({
  submission,
  seen: version,
  signer: z.literal(theChild).or(z.uuid('Välj vem som svarar')),
  way: choice(ways, 'Välj hur svaret kom'),
  answeredOn: day('Välj en dag, till exempel 2026-11-24'),
  seenBy: mayTell(200),
  where: mayTell(200),
  witness: mayTell(200),
  language: mayChoose(languageCodes),
  interpreter: mayTell(200),
})

export type NoteInput = {
  submission: string
  seen: number
  signerId: string
  way: (typeof ways)[number]
  answeredOn: Day
  told: HowItWasSaid
  readIn: ReadIn
  said: readonly Said[]
}

/** An answer that somebody gave on paper, aloud or by telephone. */
export function readNote(form: ReadForm, sheet: Sheet, today: Day): Result<NoteInput, FieldErrors> {
  const read = check(form, schema)
  const said = readSaid(form, sheet)
  const wrong: Record<string, string> = {
    ...(read.ok ? {} : read.error),
    ...(said.ok ? {} : said.error),
  }
  if (!read.ok || !said.ok) return fail(wrong)
  const { way, seenBy, where, witness, answeredOn, signer, submission: id, seen, interpreter } = read.value
  const { language = sheet.language } = read.value
  const who = sheet.signers.find((one) => one.id === signer)
  const childsNo = signer === theChild && childSaysNoOnly(sheet)
  if (!who && !childsNo) wrong['signer'] = 'Välj vem som svarar'
  const yes = childsNo && said.value.find(({ answer }) => answer === 'yes')
  if (yes)
    wrong[`answer-${yes.unitId}`] = 'Barnet skriver inte under här. Notera det som barnet säger nej till.'
  if (answeredOn > today || answeredOn < sheet.askedOn)
    wrong['answeredOn'] = 'Välj dagen då svaret kom, från att ni frågade till och med i dag'
  if (way === 'paper' && !seenBy) wrong['seenBy'] = 'Skriv vem som tog emot pappret'
  if (way === 'paper' && !where) wrong['where'] = 'Skriv var pappret ligger'
  // A yes must be heard by two; nobody needs a witness to say no, or to take a yes back.
  const newYes = who && changedAnswers(sheet, who, said.value).some(({ answer }) => answer === 'yes')
  if (way === 'oral' && newYes && !witness) wrong['witness'] = 'Skriv vem som var med och hörde svaret'
  const how = { said: said.value, readIn: readIn(language), interpreter }
  if (who && lacksInterpreter(how)) wrong['interpreter'] = whoInterpreted
  if (Object.keys(wrong).length > 0) return fail(wrong)
  const seenBySomebody = way === 'paper' ? { witness: seenBy, where } : way === 'oral' ? { witness } : {}
  const told = { ...seenBySomebody, interpreter }
  return ok({
    submission: id,
    seen,
    signerId: signer,
    way,
    answeredOn,
    told,
    said: how.said,
    readIn: how.readIn,
  })
}
