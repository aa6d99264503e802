import { z } from 'zod'
import type { LinkTold } from '#modules/sharing'
import type { Day } from '#shared/dates.ts'
import { sealedText } from '#shared/sealed.ts'

/** How long a link takes an answer, unless another day is chosen; and at most. */
export const linkDays = { usual: 7, most: 30 }

/** What whoever has the link reads, and the key that seals the answer. */
export const letterBody = z.object({
  question: sealedText,
  /** Who asks and where, as it reads. */
  asks: sealedText,
  unit: sealedText,
  /** The child's first name, when it was chosen to stand there. */
  child: sealedText.optional(),
  until: z.string(),
  key: z.string(),
})
export type Letter = z.output<typeof letterBody>

export const answerBody = z.object({
  answer: z.enum(['answered', 'cannot_answer']),
  working: sealedText.optional(),
  challenging: sealedText.optional(),
})
export type LinkAnswer = z.output<typeof answerBody>

/** A link as those who sent it see it. */
export type Link = {
  until: Day
  /** Over: too late, or taken back. */
  state: 'open' | 'over' | 'came'
  /** Over since the family took back its yes. */
  yesWithdrawn: boolean
  /** Made by whoever looks: nobody else is shown where it leads. */
  byMe: boolean
  came: { on: Day; answer: LinkAnswer } | undefined
}

export type NewLink = {
  childId: string
  itemId: string
  code: string
  letter: Letter
  told: LinkTold
  expiresAt: Date
}

/** How the one who asks is presented; of somebody protected only where they work. */
export const askerText = (actor: {
  name: string
  givenName: string | undefined
  acting: string | undefined
}): string => [actor.givenName && actor.name, actor.acting].filter(Boolean).join(', ')
