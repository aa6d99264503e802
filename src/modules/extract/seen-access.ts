import type { Work } from '#modules/audit'
import type { Child, KnownChild } from '#modules/children'
import { findAllReadings, findMyQuestions, type Read } from '#modules/reader-log'
import { findOwnAnswers, type OwnAnswers } from '#modules/sharing'
import type { Day } from '#shared/dates.ts'
import type { GuardianKind } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import { findBirth, findMyGuardianship, findPlaces } from './about-child-store.ts'
import { findReached } from './about-me-store.ts'

type Spell = { from: Day; until: Day | undefined }
/** Who the child is, and what is noted about the one who asks. */
export type About = {
  child: Child
  bornOn: Day | undefined
  expectedOn: Day | undefined
  places: readonly (Spell & { unit: string; className: string | undefined })[]
  guardian: readonly (Spell & { kind: GuardianKind; called: string; source: string })[]
  you: { name: string; phones: readonly SealedText[] }
}
export type OwnQuestion = {
  asked: Day
  due: Day
  day: Day
  question: SealedText
  answer: SealedText | undefined
}

/** What the one who asks sees anyway, and needs nobody to look through. */
export type Seen = {
  about: About
  answers: readonly OwnAnswers[]
  questions: readonly OwnQuestion[]
  readings: readonly Read[]
}

export async function findSeen(work: Work, known: KnownChild): Promise<Seen> {
  const { child } = known
  const [birth, places, guardian, reached, answers, questions, readings] = await Promise.all([
    findBirth(work, child.id),
    findPlaces(work, child.id),
    findMyGuardianship(work, child.id),
    findReached(work),
    findOwnAnswers(work, child.id),
    findMyQuestions(work, child.id),
    findAllReadings(work, known),
  ])
  return {
    about: { child, ...birth, places, guardian, you: { name: work.actor.name, phones: reached.phones } },
    answers,
    // Not of which unit it was asked: its name tells where a hidden child is.
    questions: questions.map(({ askedOn, dueOn, day, question, answer }) => ({
      asked: askedOn,
      due: dueOn,
      day,
      question,
      answer,
    })),
    readings,
  }
}
