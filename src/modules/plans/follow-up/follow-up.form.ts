import { z } from 'zod'
import { check, day, type FieldErrors, mayDay, mayTell, submission, version } from '#shared/fields.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Helped, PlanPartState } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import { actionStates } from '../action/action.form.ts'
import { type Asked, keyOf } from '../agreement.ts'
import type { NewAnswer } from '../follow-up-store.ts'
import { clock } from '../start/start.form.ts'

export const helpedAnswers = ['yes', 'a_little', 'no', 'dont_know'] as const satisfies readonly Helped[]

/** The names of the fields about one action: how far it has come, and what each voice says. */
export const actionField = (what: 'state' | 'words' | 'evaluation', partId: string) => `${what}-${partId}`
export const helpedField = (asked: Asked, partId: string) => `helped-${keyOf(asked)}-${partId}`

const heldForm = z.object({
  submission,
  version,
  /** The occasion that the form was opened for. */
  occasion: z.uuid().optional().catch(undefined),
  heldOn: day('Skriv vilken dag ni sågs'),
  words: mayTell(2000),
  nextWords: mayTell(2000),
  next: z.enum(['again', 'end'], { error: 'Välj om ni ses igen eller avslutar' }),
  followUpOn: mayDay('Välj en dag, till exempel 2027-01-20'),
  followUpTime: clock,
})

export type HeldInput = z.output<typeof heldForm> & {
  states: ReadonlyMap<string, PlanPartState>
  answers: readonly NewAnswer[]
}

/** A follow-up: for each action how far it has come, and in whose words. */
export function readHeld(
  form: ReadForm,
  { partIds, family }: { partIds: readonly string[]; family: readonly Asked[] },
): Result<HeldInput, FieldErrors> {
  const read = check(form, heldForm)
  if (!read.ok) return read
  const errors: Record<string, string> = {}
  if (read.value.next === 'again' && !read.value.followUpOn)
    errors['followUpOn'] = 'Välj en dag när ni ses igen, till exempel 2027-01-20'
  const text = (name: string): SealedText | undefined => {
    const told = mayTell(2000).safeParse(one(form.typed, name))
    if (!told.success) errors[name] = told.error.issues[0]?.message ?? ''
    return told.success ? told.data : undefined
  }
  const states = new Map<string, PlanPartState>()
  const answers = partIds.flatMap((partId): NewAnswer[] => {
    const state = actionStates.find((value) => value === one(form.typed, actionField('state', partId)))
    if (state) states.set(partId, state)
    const words = text(actionField('words', partId))
    const evaluation = text(actionField('evaluation', partId))
    const said = family.map((asked): NewAnswer => {
      const helped = helpedAnswers.find((value) => value === one(form.typed, helpedField(asked, partId)))
      return asked.kind === 'guardian'
        ? { partId, voice: 'guardian', personId: asked.personId, helped }
        : { partId, voice: 'child', helped, words }
    })
    return [...said, { partId, voice: 'professional' as const, words: evaluation }].filter(
      ({ helped, words: spoken }) => helped || spoken,
    )
  })
  return Object.keys(errors).length > 0 ? fail(errors) : ok({ ...read.value, states, answers })
}

/** What somebody in the family says for themselves, before or after the follow-up. */
export function readOwn(
  form: ReadForm,
  partIds: readonly string[],
): Result<readonly Omit<NewAnswer, 'voice'>[], FieldErrors> {
  const read = check(form, z.object({ submission }))
  if (!read.ok) return read
  const errors: Record<string, string> = {}
  const answers = partIds.flatMap((partId) => {
    const helped = helpedAnswers.find((value) => value === one(form.typed, `helped-${partId}`))
    const told = mayTell(1000).safeParse(one(form.typed, actionField('words', partId)))
    if (!told.success) errors[actionField('words', partId)] = told.error.issues[0]?.message ?? ''
    const words = told.success ? told.data : undefined
    return helped || words ? [{ partId, helped, words }] : []
  })
  return Object.keys(errors).length > 0 ? fail(errors) : ok(answers)
}
