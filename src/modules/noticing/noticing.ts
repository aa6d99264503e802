import { addWorkingDays, type Day, morningAfter } from '#shared/dates.ts'
import type { UnitKind } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'

export const urgencies = ['can_wait', 'this_week', 'today'] as const
export type Urgency = (typeof urgencies)[number]

/** What somebody tells of a child's situation. Only the sentence must be there. */
export type Noticing = {
  /** Which child, in the sender's words; undefined when the child was chosen, or left out on purpose. */
  who: SealedText | undefined
  sentence: SealedText
  working: SealedText | undefined
  challenging: SealedText | undefined
  tried: SealedText | undefined
  /** Who told, when it is written down for somebody else. */
  caller: SealedText | undefined
}

/** A unit whose BBA function could take the noticing. */
export type Receiver = {
  unitId: string
  name: string
  kind: UnitKind
  secrecyUnitId: string
  serves: readonly string[]
}

/** What the sender said about who the child is, as far as the program understands it. */
export type Described = { age: number | undefined; unborn: boolean }

/** Reads an age out of free words: "9 år", "1,5 år", "8 månader", "väntas i mars". */
export function readDescription(text: string): Described {
  const years = /(\d{1,2})(?:[.,]\d)?\s*-?\s*(?:år|åring)/i.exec(text)?.[1]
  const months = /\d\s*(?:mån|veck)/i.test(text)
  return {
    age: years === undefined ? (months ? 0 : undefined) : Number(years),
    unborn: /\b(gravid|ofödd|ofött|väntar barn|väntas)/i.test(text),
  }
}

/** Do the words name any of the places? */
export const saysWhere = (text: string, places: readonly { name: string }[]): boolean =>
  places.some(({ name }) => text.toLowerCase().includes(name.toLowerCase()))

/**
 * The unit that receives: one that is named, else the only one in the municipality of the kinds that the ladder says, else
 * the municipality's reception function, which always has a holder.
 */
export function receiverOf(
  text: string,
  kinds: readonly UnitKind[],
  candidates: readonly Receiver[],
  municipalities: readonly { code: string; name: string }[],
  senderMunicipality: string | undefined,
): Receiver | undefined {
  const says = (name: string) => saysWhere(text, [{ name }])
  const named = candidates.filter(({ name }) => says(name))
  if (named.length === 1) return named[0]
  const code = municipalities.find(({ name }) => says(name))?.code ?? senderMunicipality
  const here = candidates.filter(({ serves }) => code !== undefined && serves.includes(code))
  const fitting = here.filter(({ kind }) => kinds.includes(kind))
  if (fitting.length === 1) return fitting[0]
  return here.find(({ kind }) => kind === 'reception') ?? candidates.find(({ kind }) => kind === 'reception')
}

/** Unread for this many working days, a noticing goes to the stand-in. */
export const unreadWorkingDays = 2

export function dueOn(today: Day, urgency: Urgency | undefined): Day {
  return urgency === 'today' ? today : addWorkingDays(today, unreadWorkingDays)
}

/** The stand-in sees it too from the morning after the day it should have been read. */
export const escalatesAt = morningAfter

/** Units outside secrecy law hand over what they notice; all others share it, with a ground. */
export const sharesAcross = (
  sender: { secrecyUnitId: string | undefined },
  receiver: Pick<Receiver, 'secrecyUnitId'>,
): boolean => sender.secrecyUnitId !== undefined && sender.secrecyUnitId !== receiver.secrecyUnitId
