import type { Day } from '#shared/dates.ts'

export type Violation = {
  kind: 'no-one' | 'lost-handover' | 'kept-access' | 'gap'
  day: Day
  childId: string
  what: string
  lately: readonly string[]
}

/** What happened, counted. */
export const newFigures = () => ({
  days: 0,
  births: 0,
  moves: 0,
  matters: 0,
  closed: 0,
  childDays: 0,
  /** Child-days carried by whoever stands for somebody who has left or is away. */
  childDaysStoodFor: 0,
  handovers: { offered: 0, accepted: 0, returned: 0, withdrawn: 0, lapsed: 0, onPaper: 0 },
  hired: 0,
  left: 0,
  /** Whole leaderships of a unit, on the same day. */
  leftTogether: 0,
  appointed: 0,
  strikes: 0,
  sickWeeks: 0,
  crashes: 0,
  sentTwice: 0,
  atOnce: 0,
  looksByLeavers: 0,
  acts: {} as Record<string, number>,
  refused: {} as Record<string, number>,
  /** Pages that said that something went wrong, by act. */
  faults: {} as Record<string, number>,
  childDaysWithout: 0,
  handoversLost: 0,
  accessKept: 0,
  violations: [] as Violation[],
})
export type Figures = ReturnType<typeof newFigures>

export const count = (counts: Record<string, number>, what: string) => {
  counts[what] = (counts[what] ?? 0) + 1
}
