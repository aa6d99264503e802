import { z } from 'zod'
import { check, type FieldErrors, mayChoose, mayDay, mayTell, version } from '#shared/fields.ts'
import { many, one, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { type AgreedAction, type MeetingNote, mostActions, needsReason, outcomes } from '../note.ts'

const lines = Array.from({ length: mostActions }, (_, line) => line + 1)
export const whatOf = (line: number) => `what${line}`
export const whoOf = (line: number) => `who${line}`
export const whenOf = (line: number) => `when${line}`

const wrongDay = 'Skriv en dag som finns, eller lämna tomt'
const fields = z.object({
  version,
  toChild: mayTell(1000),
  childsWords: mayTell(),
  working: mayTell(),
  challenging: mayTell(),
  canDo: mayTell(),
  followUpOn: mayDay(wrongDay),
  tellsWho: z.string().optional(),
  tellsOn: mayDay(wrongDay),
  outcome: mayChoose(outcomes),
  reason: mayTell(1000),
  /** Saves what is written so far, and goes on writing. */
  act: z.enum(['save', 'end']).catch('end'),
})

export type NoteInput = {
  version: number
  /** The parties that were there. */
  attended: readonly string[]
  note: MeetingNote
  ends: boolean
}

export function readNote(form: ReadForm): Result<NoteInput, FieldErrors> {
  const read = check(form, fields)
  const actions = lines.map((line) => readAction(form, line))
  const errors = { ...(read.ok ? {} : read.error), ...Object.assign({}, ...actions.map(errorsOf)) }
  if (!read.ok || Object.keys(errors).length > 0) return fail(errors)

  const { version, act, tellsWho, tellsOn, ...said } = read.value
  const ends = act === 'end'
  if (ends && !said.outcome) return fail({ outcome: 'Välj vad ni kom fram till' })
  if (ends && needsReason(said.outcome) && !said.reason)
    return fail({ reason: 'Skriv med en mening varför ni valde så' })
  const tells = tellsWho && tellsOn ? { who: tellsWho, on: tellsOn } : undefined
  const note = {
    ...said,
    tells,
    actions: actions.flatMap((action) => (action.ok ? (action.value ?? []) : [])),
  }
  return ok({ version, attended: many(form.typed, 'attended'), note, ends })
}

const errorsOf = (action: Result<unknown, FieldErrors>): FieldErrors => (action.ok ? {} : action.error)

function readAction({ typed }: ReadForm, line: number): Result<AgreedAction | undefined, FieldErrors> {
  const what = mayTell(300).safeParse(one(typed, whatOf(line)))
  const when = mayTell(100).safeParse(one(typed, whenOf(line)))
  if (!what.success) return fail({ [whatOf(line)]: what.error.issues[0]?.message ?? '' })
  if (!when.success) return fail({ [whenOf(line)]: when.error.issues[0]?.message ?? '' })
  if (!what.data) return ok(undefined)
  return ok({ what: what.data, when: when.data, who: one(typed, whoOf(line)) || undefined })
}
