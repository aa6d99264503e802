import { mobile } from './phones.ts'
import type { DemoEngagement, DemoPerson, Protection, UnitFunction } from './types.ts'

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-')

type More = { protection?: Protection; signsIn?: boolean; language?: string }

/** A person whose slug is the name: Karin Wester is `karin-wester`. */
function person(
  kind: DemoPerson['kind'],
  name: string,
  phone: number | undefined,
  engagements: readonly DemoEngagement[],
  { protection = 'none', signsIn = true, language }: More,
): DemoPerson {
  const [givenName = name, ...rest] = name.split(' ')
  return {
    slug: slugOf(name),
    kind,
    givenName,
    familyName: rest.join(' '),
    protection,
    signsIn,
    engagements,
    ...(phone === undefined ? {} : { phone: mobile(phone) }),
    ...(language === undefined ? {} : { language }),
  }
}

export const staff = (
  name: string,
  phone: number | undefined,
  engagements: readonly DemoEngagement[],
  more: More = {},
) => person('staff', name, phone, engagements, more)

export const guardian = (name: string, phone: number, more: More = {}) =>
  person('guardian', name, phone, [], more)

export const importantAdult = (name: string, phone: number) =>
  person('important_adult', name, phone, [], { signsIn: false })

export const childWithAccount = (name: string) => person('child', name, undefined, [], {})

/** Works in the unit. */
export const at = (unit: string, title: string): DemoEngagement => ({ unit, title })

/** Carries the unit's function: is who one turns to. */
export const leads = (
  unit: string,
  title: string,
  holds: UnitFunction = 'best_interests_lead',
): DemoEngagement => ({ unit, title, holds })

/** Steps in when the holder of the function is away. */
export const standsIn = (
  unit: string,
  title: string,
  fn: UnitFunction = 'best_interests_lead',
): DemoEngagement => ({ unit, title, standsIn: fn })
