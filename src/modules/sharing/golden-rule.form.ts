import { z } from 'zod'
import { check, type FieldErrors, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import type { SharingTest } from './sharing.ts'

const underConsent = z.object({
  why: told('Skriv med en mening vad de behöver veta, och varför', 500),
  confirmed: z.literal('ja', 'Tänk igenom de tre orden, och kryssa i rutan'),
})

const onGround = z.object({
  necessary: told('Skriv varför de behöver veta det', 500),
  relevant: told('Skriv varför det hör till det som de ska göra', 500),
  proportionate: told('Skriv varför mindre inte räcker', 500),
})

/**
 * The golden rule, answered once for each act of sharing and recipient: under consent one sentence over three confirmed
 * words, under any other ground three sentences.
 */
export function readSharingTest(form: ReadForm, on: 'consent' | 'ground'): Result<SharingTest, FieldErrors> {
  if (on === 'ground') return check(form, onGround)
  const read = check(form, underConsent)
  return read.ok ? ok({ why: read.value.why }) : read
}
