import { type MunicipalityCode, municipalities, type Need } from '#modules/knowledge'
import type { Day } from '#shared/dates.ts'
import type { UnitKind } from '#shared/schema.ts'

/** One way in: a function of the unit and its number, never a person's name. */
export type Contact = { what: string; phone: string; forEverybody: boolean }

/** What a unit says of itself. `can` and `cannot` hold one thing on each line. */
export type Entry = {
  version: number
  mission: string
  can: string
  cannot: string
  fromAge: number
  toAge: number
  hours: string
  asking: string
  needs: readonly Need[]
  proposal: boolean
  savedOn: Day
}

export type DirectoryUnit = {
  id: string
  name: string
  kind: UnitKind
  phone: string | undefined
  municipalities: readonly string[]
  /** Missing: the unit has not told anything yet. */
  entry: Entry | undefined
}

/** What somebody writes is the unit's own text, or the county's proposal until there is one. */
export type Writes = 'keeps' | 'proposes'

export const kindWords: Readonly<Record<UnitKind, string>> = {
  preschool: 'Förskola',
  compulsory_school: 'Grundskola',
  upper_secondary_school: 'Gymnasieskola',
  activity_responsibility: 'Kommunens aktivitetsansvar',
  pupil_health: 'Elevhälsa',
  midwifery: 'Mödravård',
  child_health: 'BVC',
  primary_care: 'Vårdcentral',
  child_psychiatry: 'Barn- och ungdomspsykiatri',
  habilitation: 'Habilitering',
  youth_clinic: 'Ungdomsmottagning',
  social_services: 'Socialtjänst',
  police: 'Polis',
  civil_society: 'Förening',
  reception: 'Mottagning',
}

/** Before birth counts as -1. */
export const unborn = -1
export const oldest = 20
export const ages: readonly number[] = Array.from({ length: oldest + 2 }, (_, n) => n + unborn)

export function ageWords(age: number): string {
  if (age === unborn) return 'Inte född än'
  return age === 0 ? 'Under 1 år' : `${age} år`
}

export function spanWords({ fromAge, toAge }: Pick<Entry, 'fromAge' | 'toAge'>): string {
  if (toAge === unborn) return 'Du som väntar barn'
  const to = `${toAge} år`
  if (fromAge === unborn) return `Från magen till ${to}`
  return fromAge === toAge ? to : `${fromAge}–${to}`
}

/** Where to begin with somebody of this age: who is best interests lead by the ladder, and those nearest to it. */
export function firstKinds(byLadder: readonly UnitKind[], age: number | undefined): readonly UnitKind[] {
  const beside: UnitKind[] = age !== undefined && age >= 6 && age < 19 ? ['pupil_health'] : []
  return [...byLadder, ...beside, 'reception']
}

/** The things on each line of a text. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const isMunicipality = (code: string): code is MunicipalityCode =>
  municipalities.some((one) => one.code === code)
