import { z } from 'zod'
import { check, choice, type FieldErrors, idField, mayTell, several, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { NotDecided, NotProposed } from '../lift-store.ts'
import { fields, sources } from '../protection.ts'

const shown = z.object({ show: several(fields) })
export type AgainInput = z.output<typeof shown>
export const readAgain = (form: ReadForm): Result<AgainInput, FieldErrors> => check(form, shown)

const proposed = z.object({ submission, source: choice(sources, 'Välj hur ni vet det') })
export type ProposalInput = z.output<typeof proposed>
export const readProposal = (form: ReadForm): Result<ProposalInput, FieldErrors> => check(form, proposed)

const answered = z.object({
  proposal: idField('Ladda om sidan och försök igen'),
  answer: choice(['ja', 'nej'], 'Välj ett svar'),
  why: mayTell(2000),
})
export type AnswerInput = z.output<typeof answered>
export function readAnswer(form: ReadForm): Result<AnswerInput, FieldErrors> {
  const read = check(form, answered)
  if (!read.ok || read.value.answer === 'ja' || read.value.why) return read.ok ? ok(read.value) : read
  return fail({ why: 'Skriv varför skyddet ska vara kvar' })
}

export const proposalErrors = {
  alone: 'Ni behöver vara två. Låt någon mer i gruppen få veta först, så kan den svara.',
  waits: 'Det finns redan ett förslag. Någon annan i gruppen svarar på det.',
} as const satisfies Record<Exclude<NotProposed, 'refused'>, string>

export const answerErrors = {
  own: 'Du har föreslagit det själv. Någon annan i gruppen svarar.',
  left: 'Den som föreslog det är inte kvar i gruppen. Föreslå det själv, så svarar någon annan.',
} as const satisfies Record<Exclude<NotDecided, 'refused' | 'decided'>, string>
