import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import { pageLine } from './page-line.ts'

/** As it lies sealed: what stands on the paper, and why it was allowed. */
export const paperBody = z.object({
  receiver: sealedText,
  why: sealedText,
  familyThinks: sealedText.optional(),
  lines: z.array(pageLine),
  /** Who in the family has said yes, and when; or the golden rule. */
  yes: sealedText.optional(),
  reason: z.object({ necessary: sealedText, relevant: sealedText, proportionate: sealedText }).optional(),
})
export type PaperBody = z.output<typeof paperBody>

/** A hand-over to somebody outside the county or the system. The giver is responsible until it is noted who has it. */
export type Paper = PaperBody & {
  id: string
  ground: string
  madeOn: Day
  received: { on: Day; by: SealedText } | undefined
}
