import type { Day } from '#shared/dates.ts'
import type { ParticipationAnswer, ParticipationQuestion, Voice } from '#shared/schema.ts'
import { message } from '#ui/message.ts'

/** A meeting or a follow-up that the person is asked about once. */
export type Occasion = { id: string; isMeeting: boolean; happenedOn: Day; said: boolean }

export type Asked = 'family' | 'staff'

/**
 * The first two of the family and the one of staff can be laid beside what Scotland measured: 97 % of the parents knew of
 * the plan, 91 % of the children had taken part, 81 % of the staff could meet the needs better.
 */
const questions = {
  family: ['knows_plan', 'took_part', 'knows_whom'],
  staff: ['better_support'],
} as const satisfies Readonly<Record<Asked, readonly ParticipationQuestion[]>>

export const questionsFor = (asked: Asked): readonly ParticipationQuestion[] => questions[asked]

/** Whose answers may come on paper. */
export const familyVoices = ['child', 'guardian'] as const satisfies readonly Voice[]
export type FamilyVoice = (typeof familyVoices)[number]

/** How many papers of a voice said so. */
export type Count = {
  voice: FamilyVoice
  question: ParticipationQuestion
  answer: ParticipationAnswer
  number: number
}
/** How many there are to answer, of each voice. */
export type Most = Readonly<Record<FamilyVoice, number>>

export const fieldOf = (
  voice: FamilyVoice,
  question: ParticipationQuestion,
  answer: ParticipationAnswer,
): string => `${voice}-${question}-${answer}`

export const answers = ['yes', 'partly', 'no'] as const satisfies readonly ParticipationAnswer[]

/** A proposal: the county's own wording was not found. */
export const questionTexts: Readonly<Record<ParticipationQuestion, string>> = {
  knows_plan: message('Vet du vad planen är?'),
  took_part: message('Fick du vara med?'),
  knows_whom: message('Vet du vem du kan fråga?'),
  better_support: 'Blev det lättare att ge barnet det som barnet behöver?',
}

export const answerTexts: Readonly<Record<ParticipationAnswer, string>> = {
  yes: message('Ja'),
  partly: message('Lite'),
  no: message('Nej'),
}
