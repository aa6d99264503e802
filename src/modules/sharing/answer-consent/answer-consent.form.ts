import { z } from 'zod'
import { check, choice, type FieldErrors, mayTell, submission, version } from '#shared/fields.ts'
import { many, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'
import { type Language, languages } from '#ui/languages.ts'
import { message } from '#ui/message.ts'
import { without } from '../consent.ts'
import { type ReadIn, readIn } from '../read-in.ts'
import type { Sheet } from '../sheet.ts'
import type { Said } from './record-answers.ts'

export const answers = ['yes', 'no', 'withdrawn'] as const

/** The answers for each unit. A unit left without an answer waits; at least one must be answered. */
export function readSaid(form: ReadForm, sheet: Sheet): Result<Said[], FieldErrors> {
  const wrong: Record<string, string> = {}
  const said = sheet.lines.flatMap(({ unitId, areas }): Said[] => {
    const answer = answers.find((one) => many(form.typed, `answer-${unitId}`).includes(one))
    if (!answer) return []
    const kept = many(form.typed, `areas-${unitId}`)
    const struck = areas.filter((area) => !kept.includes(area))
    if (answer === 'yes' && without(areas, struck).length === 0)
      wrong[`areas-${unitId}`] = message('Allt är struket. Lämna kvar något, eller välj nej.')
    return [{ unitId, answer, struck: answer === 'yes' ? struck : [] }]
  })
  const [first] = sheet.lines
  if (said.length === 0 && first)
    wrong[`answer-${first.unitId}`] = message('Välj ja eller nej för minst en verksamhet')
  return Object.keys(wrong).length > 0 ? fail(wrong) : ok(said)
}

const signing = z.object({
  submission,
  seen: version,
  // The language of the page that was sent.
  language: z.enum(Object.keys(languages) as [Language, ...Language[]]).catch('sv'),
  interpreter: mayTell(200),
})

export type SignInput = {
  submission: string
  seen: number
  said: readonly Said[]
  readIn: ReadIn
  interpreter: SealedText | undefined
}

/** A signer's own answers, in the application. */
export function readSigning(form: ReadForm, sheet: Sheet): Result<SignInput, FieldErrors> {
  const read = check(form, signing)
  if (!read.ok) return read
  const said = readSaid(form, sheet)
  if (!said.ok) return said
  const { submission: id, seen, language, interpreter } = read.value
  const input = { submission: id, seen, said: said.value, readIn: readIn(language), interpreter }
  return lacksInterpreter(input) ? fail({ interpreter: whoInterpreted }) : ok(input)
}

export const whoInterpreted = message(
  'Skriv vem som tolkar. Ett ja behöver det så länge ingen har läst översättningen.',
)

/** A no can always be said, and a yes taken back. */
export const lacksInterpreter = (input: Pick<SignInput, 'said' | 'readIn' | 'interpreter'>): boolean =>
  input.readIn.machineTranslated && !input.interpreter && input.said.some(({ answer }) => answer === 'yes')

const taking = z.object({
  submission,
  unit: choice(['all'], message('Välj vad du vill ta tillbaka')).or(z.uuid()),
  // From a receipt: all that one has said yes to for that unit, whichever question it was.
  sheets: z.literal('every').optional().catch(undefined),
})

/** Taking back a yes to one unit, or to all. */
export const readTakeBack = (form: ReadForm) => check(form, taking)
export type TakeBackInput = z.output<typeof taking>
