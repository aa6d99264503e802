import { municipalities } from '#modules/knowledge'
import { addDays, ageOn, type Day } from '#shared/dates.ts'
import type { Chance } from './chance.ts'
import type { County, Unit } from './county.ts'

/** `seat`: which of the schools of the municipality. */
export type Child = { n: number; born: Day; municipality: string; seat: number; noticed: boolean }

/** All children of the county, the oldest first. Most of them nobody ever writes anything about. */
export type Population = { children: Child[]; first: number; made: number }

const years = 18

export function populate(count: number, today: Day, chance: Chance): Population {
  const population: Population = { children: [], first: 0, made: 0 }
  for (let n = 0; n < count; n++) {
    const daysOld = Math.floor(((count - n) / count) * years * 365)
    bear(population, addDays(today, -daysOld), chance)
  }
  return population
}

export function bear(population: Population, born: Day, chance: Chance): Child {
  const { code } = chance.pick(municipalities) ?? municipalities[0]
  const n = ++population.made
  const child = { n, born, municipality: code, seat: n, noticed: false }
  population.children.push(child)
  return child
}

/** Those who turn eighteen leave. */
export function grow(population: Population, today: Day): void {
  const { children } = population
  while (population.first < children.length && isGrown(children[population.first], today)) population.first++
}
const isGrown = (child: Child | undefined, today: Day) =>
  child !== undefined && ageOn(child.born, today) >= years

export function anyChild({ children, first }: Population, chance: Chance): Child | undefined {
  return children[first + chance.below(children.length - first)]
}

/** The unit that the child belongs to where the family lives: by the ladder, school from the autumn one turns six. */
export function unitFor(county: County, { n, born, municipality, seat }: Child, on: Day): Unit {
  const kind = stageOf(n, born, on)
  const units = county.units.filter(
    (unit) => unit.kind === kind && (kind === 'midwifery' || unit.municipality === municipality),
  )
  const unit = units[seat % units.length]
  if (!unit) throw new Error(`no ${kind} in ${municipality}`)
  return unit
}

/** One in ten does not begin a gymnasium. */
const leavesSchool = (n: number) => n % 10 === 0

function stageOf(n: number, born: Day, on: Day) {
  if (born > on) return 'midwifery'
  const autumns = Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < '08-21' ? 1 : 0)
  if (autumns < 6) return 'child_health'
  if (autumns < 16) return 'compulsory_school'
  return leavesSchool(n) ? 'activity_responsibility' : 'upper_secondary_school'
}

/** The municipality's responsibility for those outside school goes on until twenty. */
export const isGrownUp = ({ n, born }: Child, on: Day) => ageOn(born, on) >= (leavesSchool(n) ? 20 : years)
