import { z } from 'zod'
import { check, choice, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { authorityKinds, unitFunctionKinds } from '../administration.ts'

const ofUnit = z.object({
  submission,
  kind: choice(unitFunctionKinds, 'Välj vad det gäller'),
  holder: z.uuid('Välj vem'),
  standIn: z.uuid('Välj vem som går in'),
})
const ofPerson = z.object({
  submission,
  kind: choice(authorityKinds, 'Välj uppdrag'),
})
const answer = z.object({ answer: choice(['yes', 'no'], 'Välj ja eller nej') })

export type UnitFunctionInput = z.output<typeof ofUnit>
export type PersonFunctionInput = z.output<typeof ofPerson>
export type Answer = z.output<typeof answer>

export const readUnitFunction = (read: ReadForm) => check(read, ofUnit)
export const readPersonFunction = (read: ReadForm) => check(read, ofPerson)
export const readAnswer = (read: ReadForm) => check(read, answer)
