import { z } from 'zod'
import { addWorkingDays, type Day, morningAfter } from '#shared/dates.ts'
import { sealedText } from '#shared/sealed.ts'

/** How the child wants its answer: never by a notice, which somebody else could see. */
export const answerWays = {
  at_school: 'Prata med mig i skolan',
  alone: 'Prata med mig när ingen annan hör',
  next_time: 'Ta det nästa gång vi ses',
  none: 'Jag behöver inget svar',
} as const
export type AnswerWay = keyof typeof answerWays
export const answerWayNames = Object.keys(answerWays) as [AnswerWay, ...AnswerWay[]]

export const messageBody = z.object({ words: sealedText, answer: z.enum(answerWayNames) })
export type MessageBody = z.output<typeof messageBody>

/** When it should have been read. */
export const readBy = (today: Day): Day => addWorkingDays(today, 1)
/** From when somebody else is there for it too. */
export const othersRead = (today: Day): Date => morningAfter(readBy(today))
