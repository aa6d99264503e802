import { z } from 'zod'
import { check, day, type FieldErrors, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const period = {
  submission,
  from: day('Skriv första dagen'),
  to: day('Skriv sista dagen'),
}
// Nobody named is no error: then they come in their order.
const standIn = z.uuid().optional().catch(undefined)

const mine = z.object({ ...period, standIn })
const colleagues = z.object({ ...period, standIn, who: z.uuid('Välj vem') })
const closed = z.object(period)
const ends = z.object({ ends: z.uuid('Ladda om sidan och försök igen.') })

export type MineInput = z.output<typeof mine>
export type ColleagueInput = z.output<typeof colleagues>
export type ClosedInput = z.output<typeof closed>
export type EndsInput = z.output<typeof ends>

/** Both forms of the own page: a new absence, or one that ends. */
export type MineOrEnds = Result<MineInput | EndsInput, FieldErrors>
export const readMine = (read: ReadForm): MineOrEnds =>
  read.typed['ends'] === undefined ? check(read, mine) : check(read, ends)
export const readColleague = (read: ReadForm) => check(read, colleagues)
export const readClosed = (read: ReadForm) => check(read, closed)
export const readEnds = (read: ReadForm) => check(read, ends)
