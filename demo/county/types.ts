import type { MunicipalityCode, SecrecyKind } from '#modules/knowledge'

export type AuthorityKind =
  | 'municipal_board'
  | 'region'
  | 'police'
  | 'independent_school'
  | 'private_care'
  | 'civil_society'

export type UnitKind =
  | 'midwifery'
  | 'child_health'
  | 'preschool'
  | 'compulsory_school'
  | 'upper_secondary_school'
  | 'activity_responsibility'
  | 'pupil_health'
  | 'primary_care'
  | 'child_psychiatry'
  | 'habilitation'
  | 'youth_clinic'
  | 'social_services'
  | 'police'
  | 'civil_society'
  | 'reception'

export type DemoAuthority = {
  slug: string
  kind: AuthorityKind
  name: string
  municipality?: MunicipalityCode
}

export type DemoSecrecyUnit = { slug: string; authority: string; kind: SecrecyKind; name: string }

/** `serves` lists the municipalities whose children come here; `municipality` is where the house stands. */
export type DemoUnit = {
  slug: string
  secrecyUnit: string
  kind: UnitKind
  name: string
  municipality: MunicipalityCode
  serves: readonly MunicipalityCode[]
  phone: string
}

/** `holds` says that the person carries the unit's function, `standsIn` that the person is the stand-in. */
export type UnitFunction = 'best_interests_lead' | 'reception'
export type DemoEngagement = {
  unit: string
  title: string
  holds?: UnitFunction
  standsIn?: UnitFunction
  /** Is there for the organisation, and not for what comes to the unit. */
  keeps?: 'local_administrator' | 'process_leader'
}

export type Protection = 'none' | 'sekretessmarkering' | 'skyddad_folkbokforing'

export type DemoPerson = {
  slug: string
  kind: 'staff' | 'guardian' | 'important_adult' | 'child'
  givenName: string
  familyName: string
  protection: Protection
  phone?: string
  /** Has an electronic identity, and an account with the demo's identity provider. */
  signsIn: boolean
  /** BCP 47, when the person would rather not read Swedish. */
  language?: string
  engagements: readonly DemoEngagement[]
}

/** Days from the demo day: -7 is a week ago, 1 is tomorrow. */
export type Day = number

/** Counted from the demo day, so that nobody in the demo ages. */
export type Born = { ageYears: number; daysSinceBirthday: number } | { dueInDays: number }
