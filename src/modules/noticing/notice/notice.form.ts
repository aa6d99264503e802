import { z } from 'zod'
import { legalGrounds, wheelAreas } from '#modules/knowledge'
import { readSharingTest, type SharingTest } from '#modules/sharing'
import {
  check,
  choice,
  type FieldErrors,
  mayChoose,
  mayTell,
  several,
  submission,
  told,
} from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { message } from '#ui/message.ts'
import { urgencies } from '../noticing.ts'

/** How the family stands to the telling, asked only when it goes to another secrecy unit. */
export const sharingAnswers = ['family_says_yes', 'ground', 'without_name'] as const

const groundCodes = legalGrounds.map(({ code }) => code) as unknown as readonly [string, ...string[]]

const offered = {
  submission,
  sentence: told(message('Skriv en mening om det du har sett eller hört. Några ord räcker.'), 2000),
  working: mayTell(),
  challenging: mayTell(),
  tried: mayTell(),
  caller: mayTell(200),
  /** Why somebody else than the ordinary BBA should answer for it. */
  otherLead: mayTell(2000),
  areas: several(wheelAreas),
  /** The municipality that is to read it, where nothing else says where it goes. */
  where: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
  urgency: mayChoose(urgencies),
  familyKnows: mayChoose(['yes', 'not_yet', 'unknown']),
  goodNews: z.literal('ja').optional().catch(undefined),
  sharing: choice(sharingAnswers, 'Välj ett av svaren').optional(),
  ground: z.enum(groundCodes).optional().catch(undefined),
}
const aboutKnown = z.object(offered)
const aboutDescribed = z.object({
  ...offered,
  who: told(message('Skriv vilket barn det gäller: namn, ungefärlig ålder och skola eller ort.'), 400),
})

export type NoticeInput = z.output<typeof aboutKnown> &
  Partial<Pick<z.output<typeof aboutDescribed>, 'who'>> & { why?: SharingTest }

const complete = (form: ReadForm, input: NoticeInput): Result<NoticeInput, FieldErrors> => {
  if (input.sharing !== 'ground') return ok(input)
  const why = readSharingTest(form, 'ground')
  if (!input.ground) return fail({ ...groundErrors, ...(!why.ok && why.error) })
  return why.ok ? ok({ ...input, why: why.value }) : why
}

/** No rule is chosen, or none that the sender's unit may rest on. */
export const groundErrors: FieldErrors = { ground: 'Välj den regel som gör att du får berätta' }

/** About a child that was chosen, or one that is described in words. */
export function readNotice(form: ReadForm, known: boolean): Result<NoticeInput, FieldErrors> {
  const read = check(form, known ? aboutKnown : aboutDescribed)
  return read.ok ? complete(form, read.value) : read
}

/** Nothing says where it goes, and the sender has not chosen. */
export const whereErrors: FieldErrors = { where: message('Välj vilken kommun som ska läsa det') }

/** No unit that has begun could read it. */
export const nobodyErrors: FieldErrors = {
  form: message('Ingen läser det här i den kommunen än. Ring barnets skola, förskola eller BVC.'),
}

/** It goes to another secrecy unit, and the sender has not said on what ground. */
export const sharingErrors: FieldErrors = { sharing: 'Svara på om familjen vet och har sagt ja' }
