import { z } from 'zod'
import { addWorkingDays, type Day, morningAfter } from '#shared/dates.ts'
import type { Person } from '#shared/person.ts'
import type { TaskKind } from '#shared/schema.ts'

/** What waits for somebody. Never a reason: the next step, the child and the day. */
export type NewTask = {
  childId: string
  kind: TaskKind
  engagementId: string
  aboutId?: string | undefined
  dueOn: Day
  standIn?: StandIn | undefined
}

/** When what the family writes has been read: the next working day. */
export const readBy = (today: Day): Day => addWorkingDays(today, 1)
/** Unread then, somebody else is there for it too from this moment. */
export const othersRead = (today: Day): Date => morningAfter(readBy(today))

/** Who sees it too, if it has lain too long, and from when. */
export type StandIn = { engagementId: string; from: Date }

/**
 * The stand-in of a unit's BBA function sees it too from the morning after the day it should have been done; undefined
 * when the holder stands in for itself.
 */
export const standInOf = (
  unit: { holderEngagementId: string | undefined; standInEngagementId: string | undefined },
  due: Day,
): StandIn | undefined =>
  unit.standInEngagementId && unit.standInEngagementId !== unit.holderEngagementId
    ? { engagementId: unit.standInEngagementId, from: morningAfter(due) }
    : undefined

/** Something that waits, with the child's name. `standsIn`: it was somebody else's, and has lain too long. */
export type Waiting = {
  childId: string
  child: Person
  kind: TaskKind
  aboutId: string | undefined
  dueOn: Day
  standsIn: boolean
}

/** Something that is done. */
export type Finished = { childId: string; child: Person; kind: TaskKind }

/** Where the next page of a list goes on: a day and a random id. */
export type Mark = { dueOn: Day; id: string }

export const markText = ({ dueOn, id }: Mark): string => `${dueOn}.${id}`

const mark = z.tuple([z.iso.date(), z.uuid()])

/** Reads a mark from an address; whatever is none begins from the top. */
export function readMark(text = ''): Mark | undefined {
  const read = mark.safeParse(text.split('.'))
  return read.success ? { dueOn: read.data[0], id: read.data[1] } : undefined
}

/** Something that somebody else has to do about a child. `who`: undefined for a family, and for whoever holds a link. */
export type OfOthers = {
  id: string
  childId: string
  child: Person
  what: TaskKind | 'answer_link' | 'consent'
  dueOn: Day
  who: string | undefined
}

/** A day that comes, of a child. */
export type Coming = {
  id: string
  childId: string
  child: Person
  what: 'meeting' | 'follow_up' | 'review'
  day: Day
  clock: string | undefined
}

/** What a colleague has: counts, without a child. Null: a few, and how few is not told. */
export type Load = {
  name: string
  title: string
  children: number | null
  waiting: number | null
  overdue: number | null
}

/** `Inga`, `1–4`, `12`. */
export const loadText = (count: number | null): string =>
  count === null ? '1–4' : count === 0 ? 'Inga' : String(count)
