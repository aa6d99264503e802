import { z } from 'zod'
import { sealedText } from '#shared/sealed.ts'
import { message } from '#ui/message.ts'

/** How the child wants its answer: never by a notice, which somebody else could see. */
export const answerWays = {
  at_school: message('Prata med mig i skolan'),
  alone: message('Prata med mig när ingen annan hör'),
  next_time: message('Ta det nästa gång vi ses'),
  none: message('Jag behöver inget svar'),
} as const
export type AnswerWay = keyof typeof answerWays
export const answerWayNames = Object.keys(answerWays) as [AnswerWay, ...AnswerWay[]]

export const messageBody = z.object({ words: sealedText, answer: z.enum(answerWayNames) })
export type MessageBody = z.output<typeof messageBody>
