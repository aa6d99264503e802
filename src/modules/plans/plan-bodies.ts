import { z } from 'zod'
import { sealedText } from '#shared/sealed.ts'

// What is written in a plan, as it lies sealed.

export const goalBody = z.object({ words: sealedText, better: sealedText.optional() })
export const actionBody = z.object({
  what: sealedText,
  who: sealedText,
  when: sealedText.optional(),
  /** "Så säger vi till barnet." */
  toChild: sealedText.optional(),
})
/** Somebody in the unit who has no place in the directory. */
export const contactBody = z.object({ who: sealedText.optional(), phone: sealedText.optional() })
export const referenceBody = z.object({ what: sealedText })
export const ifWorseBody = z.object({ text: sealedText })

export const reasonBody = z.object({ why: sealedText })
export const followUpBody = z.object({ words: sealedText.optional(), next: sealedText.optional() })
export const helpedBody = z.object({ words: sealedText })

/** Was the child told first? Why not is answer enough. */
export const endingBody = z.object({
  childFirst: z.enum(['told', 'not_told']).optional(),
  about: sealedText.optional(),
})
