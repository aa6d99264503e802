import { addDays, type Day, swedishDay } from '#shared/dates.ts'
import type { Person } from '#test/world.ts'

// Who should be accountable for Lisa, said once more, apart from the database: who works, who is away, what is closed.

export type Worker = Extract<Person, 'maja' | 'stig' | 'petra' | 'rut' | 'ali'>
type Unit = 'furuskolan' | 'familjestod'
type Period = { from: Day; to: Day; ended?: Date }

export type Model = {
  now: Date
  tenure: { who: Worker; unit: Unit }
  lastDay: Partial<Record<Worker, Day>>
  absences: (Period & { who: Worker; named: Worker | undefined })[]
  closed: Period[]
}

/** Rut is the fallback of Furuskolan's organisation, in another of its walls; Ali's has none. */
const functions = {
  furuskolan: { two: ['maja', 'stig'], fallbacks: ['rut'] },
  familjestod: { two: ['ali', 'ali'], fallbacks: [] },
} as const

const covers = ({ from, to, ended }: Period, moment: Date) => {
  const day = swedishDay(moment)
  return from <= day && day <= to && (ended === undefined || ended > moment)
}
export const overlaps = (periods: readonly Period[], { from, to }: Period) =>
  periods.some((one) => !one.ended && one.from <= to && from <= one.to)

export const works = ({ lastDay }: Model, who: Worker, moment: Date) => {
  const last = lastDay[who]
  return last === undefined || swedishDay(moment) <= last
}
const isAway = ({ absences }: Model, who: Worker, moment: Date) =>
  absences.some((one) => one.who === who && covers(one, moment))

export function expected(model: Model, moment: Date): Worker | undefined {
  const { who, unit } = model.tenure
  const { two, fallbacks } = functions[unit]
  const shut = unit === 'furuskolan' && model.closed.some((one) => covers(one, moment))
  const named = model.absences.find((one) => one.who === who && covers(one, moment))?.named
  const here: Worker[] = shut ? [] : [who, ...(named ? [named] : []), ...two]
  const there = [...here, ...fallbacks].find(
    (one) => works(model, one, moment) && !isAway(model, one, moment),
  )
  return there ?? [who, ...two, ...fallbacks].find((one) => works(model, one, moment))
}

export const dayFrom = ({ now }: Model, days: number): Day => addDays(swedishDay(now), days)
