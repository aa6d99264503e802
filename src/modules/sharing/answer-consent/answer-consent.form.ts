import { z } from 'zod'
import { check, choice, type FieldErrors, submission, version } from '#shared/fields.ts'
import { many, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { message } from '#ui/message.ts'
import { without } from '../consent.ts'
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

const signing = z.object({ submission, seen: version })

export type SignInput = { submission: string; seen: number; said: readonly Said[] }

/** A signer's own answers, in the application. */
export function readSigning(form: ReadForm, sheet: Sheet): Result<SignInput, FieldErrors> {
  const read = check(form, signing)
  if (!read.ok) return read
  const said = readSaid(form, sheet)
  return said.ok ? ok({ ...read.value, said: said.value }) : said
}

const taking = z.object({
  submission,
  unit: choice(['all'], message('Välj vad du vill ta tillbaka')).or(z.uuid()),
})

/** Taking back a yes to one unit, or to all. */
export const readTakeBack = (form: ReadForm) => check(form, taking)
export type TakeBackInput = z.output<typeof taking>
