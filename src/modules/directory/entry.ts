import { type MunicipalityCode, municipalities, type Need } from '#modules/knowledge'
import type { Day } from '#shared/dates.ts'
import type { UnitKind } from '#shared/schema.ts'
import { message } from '#ui/message.ts'
import { say } from '#ui/say.tsx'

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
  preschool: message('Förskola'),
  compulsory_school: message('Grundskola'),
  upper_secondary_school: message('Gymnasieskola'),
  activity_responsibility: message('Kommunens aktivitetsansvar'),
  pupil_health: message('Elevhälsa'),
  midwifery: message('Mödravård'),
  child_health: message('BVC'),
  primary_care: message('Vårdcentral'),
  child_psychiatry: message('Barn- och ungdomspsykiatri'),
  habilitation: message('Habilitering'),
  youth_clinic: message('Ungdomsmottagning'),
  social_services: message('Socialtjänst'),
  police: message('Polis'),
  civil_society: message('Förening'),
  reception: message('Mottagning'),
}

/** Before birth counts as -1. */
export const unborn = -1
export const oldest = 20
export const ages: readonly number[] = Array.from({ length: oldest + 2 }, (_, n) => n + unborn)

export function ageWords(age: number): string {
  if (age === unborn) return say('Inte född än')
  return age === 0 ? say('Under 1 år') : say('{age} år', { age })
}

export function spanWords({ fromAge, toAge }: Pick<Entry, 'fromAge' | 'toAge'>): string {
  if (toAge === unborn) return say('Du som väntar barn')
  const to = say('{age} år', { age: toAge })
  if (fromAge === unborn) return say('Från magen till {to}', { to })
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
