import { addDays, addMonths, type Day } from '#shared/dates.ts'
import type { UnitKind } from '#shared/schema.ts'

type Unit = { unitId: string; kind: UnitKind }
/** Where the child is; `until` is the first day when it is not. */
export type Stay = Unit & { from: Day; until: Day | undefined }

/** What is known of a child ahead: never more than what decides who is BBA. */
export type Life = {
  bornOn: Day | undefined
  expectedOn: Day | undefined
  stays: readonly Stay[]
  /** The unit of the one who is BBA now. */
  lead: Unit
}

/** The ladder: which kinds of units are BBA for a child on a day; none, when it is grown up. */
export type Ladder = (child: Omit<Life, 'lead'>, on: Day) => readonly UnitKind[]

const aheadDays = 90

/** The first day within ninety when somebody else is to be BBA; undefined where nothing is known to change that. */
export function nextTransition(life: Life, today: Day, ladder: Ladder): Day | undefined {
  const last = addDays(today, aheadDays)
  return daysOfChange(life)
    .filter((on) => on > today && on <= last)
    .toSorted()
    .find((on) => changesLead(life, on, ladder))
}

/** Every day when a ladder may go on, and when a stay begins or ends. */
const daysOfChange = ({ bornOn, expectedOn, stays }: Life): Day[] =>
  [
    ...(bornOn ? schoolYears(bornOn) : [expectedOn]),
    ...(bornOn ? [18, 19, 20, 21].map((age) => addMonths(bornOn, 12 * age)) : []),
    ...stays.flatMap(({ from, until }) => [from, until]),
  ].filter((day) => day !== undefined)

/** When school begins, at six or put off for a year, and when it has ended. */
const schoolYears = (bornOn: Day): Day[] =>
  [6, 7, 16].flatMap((age) => ['08-01', '09-01'].map((day) => `${Number(bornOn.slice(0, 4)) + age}-${day}`))

/** A BBA who is none by the ladder, since all of it was handed over, goes on until the child is grown up. */
function changesLead(life: Life, on: Day, ladder: Ladder): boolean {
  const { stays, lead } = life
  const kinds = ladder(life, on)
  if (kinds.length === 0) return true
  if (!ladder(life, addDays(on, -1)).includes(lead.kind)) return false
  if (!kinds.includes(lead.kind)) return true
  const there = stays.filter(({ from, until }) => from <= on && (until === undefined || until > on))
  const leaves = stays.some(({ unitId, until }) => unitId === lead.unitId && until === on)
  const comes = there.some(({ kind, from }) => from === on && kinds.includes(kind))
  return (leaves || comes) && !there.some(({ unitId }) => unitId === lead.unitId)
}
