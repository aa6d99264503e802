import { z } from 'zod'
import { check, type FieldErrors } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Asked, answers, questionsFor } from '../participation.ts'
import type { Said } from '../participation-store.ts'

const answer = z.enum(answers).optional().catch(undefined)
const schema = z.object({ knows_plan: answer, took_part: answer, knows_whom: answer, better_support: answer })

/** Any of the questions may be skipped. */
export function readSaid(form: ReadForm, asked: Asked): Result<Said, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok) return read
  const said = questionsFor(asked).flatMap((question) => {
    const value = read.value[question]
    return value ? [[question, value] as const] : []
  })
  return ok(new Map(said))
}
