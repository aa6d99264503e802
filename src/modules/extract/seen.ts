import type { Work } from '#modules/audit'
import type { KnownChild } from '#modules/children'
import { findAllReadings, type Read } from '#modules/reader-log'
import { findOwnAnswers, type OwnAnswers } from '#modules/sharing'

/** What the one who asks sees anyway, and needs nobody to look through: their own answers, and who has read. */
export type Seen = { answers: readonly OwnAnswers[]; readings: readonly Read[] }

export async function findSeen(work: Work, known: KnownChild): Promise<Seen> {
  const [answers, readings] = await Promise.all([
    findOwnAnswers(work, known.child.id),
    findAllReadings(work, known),
  ])
  return { answers, readings }
}
