import { z } from 'zod'
import { readSharingTest } from '#modules/sharing'
import { check, choice, type FieldErrors, mayTell, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import { bodyAsText, type SealedText } from '#shared/sealed.ts'
import type { Reason } from '../handover.ts'
import { chosenIds } from '../page-line.ts'
import type { PaperBody } from '../paper.ts'

const schema = z.object({
  submission,
  receiver: told('Skriv vem som ska ta emot, och var', 300),
  why: told('Skriv vad barnet behöver hjälp med, och varför det hör hemma där', 2000),
  familyThinks: mayTell(1000),
  basis: choice(['consent', 'ground'], 'Svara på om familjen har sagt ja'),
  ground: z.string().optional(),
  works: chosenIds,
  wish: chosenIds,
  action: chosenIds,
  told: chosenIds,
})
const onYes = z.object({ yes: told('Skriv vem som har sagt ja, och när', 300) })

export type GivePaperInput = z.output<typeof schema> & {
  yes: SealedText | undefined
  reason: Reason | undefined
}

export function readGivePaper(form: ReadForm): Result<GivePaperInput, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok) return read
  if (read.value.basis === 'consent') {
    const yes = check(form, onYes)
    return yes.ok ? ok({ ...read.value, yes: yes.value.yes, reason: undefined }) : yes
  }
  const reason = readSharingTest(form, 'ground')
  if (!reason.ok) return reason
  return ok({
    ...read.value,
    yes: undefined,
    reason: 'necessary' in reason.value ? reason.value : undefined,
  })
}

type Written = PaperBody & { ground: string }
const words = ({ receiver, why, familyThinks, lines, yes, reason, ground }: Written) =>
  bodyAsText({ receiver, why, familyThinks, lines, yes, reason, ground })

/** Two of the same id are one only when they say the same: the page may have been gone back to. */
export const isSame = (one: Written, other: Written): boolean => words(one) === words(other)

export const noGround: FieldErrors = { ground: 'Välj den regel som gör att du får överlämna' }
