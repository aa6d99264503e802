import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { check, choice, day, type FieldErrors, mayTell, told } from '#shared/fields.ts'
import { formFault, one, type ReadForm, type Typed } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { type Answer, type Listener, toldWays } from '../family.ts'

/** Each listener has fields of its own: `knows-<key>`, `on-<key>`, `way-<key>`, `note-<key>`, `why-<key>`. */
const parts = ['knows', 'on', 'way', 'note', 'why'] as const

const knows = z.object({
  knows: choice(['told', 'not_yet', 'barred'], 'Välj ett av svaren'),
})
const talked = z.object({
  on: day('Skriv vilken dag ni pratade'),
  way: choice(toldWays, 'Välj hur ni pratade'),
  note: mayTell(2000),
})
const barred = z.object({ why: told('Skriv med en mening varför', 1000) })

/** What the form says of somebody, before it is known whether it holds. */
export const claimOf = (typed: Typed, { key }: Pick<Listener, 'key'>): string => one(typed, `knows-${key}`)

/** Reads what is said of each listener. A guardian needs an answer; a child without one is told later. */
export function readTalk(
  form: ReadForm,
  listeners: readonly Listener[],
  today: Day,
): Result<ReadonlyMap<string, Answer>, FieldErrors> {
  if (form.fault) return fail({ [formFault]: form.fault })
  const answers = new Map<string, Answer>()
  const errors: Record<string, string> = {}
  for (const { key, isChild } of listeners) {
    const read = readOne(fieldsOf(form.typed, key), isChild, today)
    if (read.ok) answers.set(key, read.value)
    else for (const [name, text] of Object.entries(read.error)) errors[`${name}-${key}`] = text
  }
  return Object.keys(errors).length > 0 ? fail(errors) : ok(answers)
}

const fieldsOf = (typed: Typed, key: string): ReadForm => ({
  typed: Object.fromEntries(
    parts.flatMap((part) => {
      const text = one(typed, `${part}-${key}`)
      return text === '' ? [] : [[part, text]]
    }),
  ),
  fault: undefined,
})

function readOne(form: ReadForm, isChild: boolean, today: Day): Result<Answer, FieldErrors> {
  if (isChild && form.typed['knows'] !== 'told') return ok({ kind: 'not_yet' })
  const answer = check(form, knows)
  if (!answer.ok) return answer
  switch (answer.value.knows) {
    case 'not_yet':
      return ok({ kind: 'not_yet' })
    case 'barred': {
      const why = check(form, barred)
      return why.ok ? ok({ kind: 'barred', ...why.value }) : why
    }
    case 'told': {
      const talk = check(form, talked)
      if (!talk.ok) return talk
      if (talk.value.on > today) return fail({ on: 'Dagen har inte varit än' })
      return ok({ kind: 'told', ...talk.value })
    }
  }
}
