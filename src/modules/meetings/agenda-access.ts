import type { Work } from '#modules/audit'
import type { WheelArea } from '#modules/knowledge'
import { findStarts, findStatements, roundsOf, type Spoken, seenDifferently } from '#modules/wheel'

/** What the wheel gives the meeting to begin with, as far as the person who asks may read it. */
export type FromWheel = {
  /** The child's own words that it has chosen to tell the meeting. */
  childsWords: readonly Spoken[]
  /** Where the voices see differently now: the first question to talk about. */
  differs: readonly WheelArea[]
}

export const nothingFromWheel: FromWheel = { childsWords: [], differs: [] }

export async function readFromWheel(work: Work, childId: string): Promise<FromWheel> {
  const [spoken, starts] = await Promise.all([findStatements(work, childId), findStarts(work, childId)])
  // What the child has told in confidence gives no hint in the room either.
  const told = spoken.filter((said) => said.speaker.voice !== 'child' || isForMeeting(said))
  const now = roundsOf(told, starts).at(-1)
  return {
    childsWords: told.filter(({ speaker }) => speaker.voice === 'child'),
    differs: seenDifferently(now?.statements ?? []),
  }
}

const isForMeeting = ({ readers }: Spoken) => readers === 'meeting' || readers === 'everyone'
