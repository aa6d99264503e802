import type { AppointmentKind, AuthorityFunctionKind, UnitKind } from '#shared/schema.ts'

/** The organisation that the person administers. */
export type Organisation = {
  id: string
  name: string
  /** The county's process leader is appointed where this is true. */
  isRegion: boolean
  municipality: string | undefined
}

export type KeptUnit = {
  id: string
  name: string
  kind: UnitKind
  phone: string | undefined
  closedOn: string | undefined
}

/** Somebody who works, has worked or will work in a unit. */
export type Employee = {
  id: string
  personId: string
  unitId: string
  unitName: string
  name: string
  title: string
  phone: string | undefined
  from: string
  to: string | undefined
}

export type Proposal = {
  id: string
  kind: AppointmentKind
  unitId: string | undefined
  unitName: string | undefined
  holder: string
  standIn: string | undefined
  ends: boolean
  proposedBy: string
  isMine: boolean
  proposedAt: Date
}

/** Somebody new who has not signed in yet. The code is worked out again from the id, and lies nowhere. */
export type Invitation = { id: string; expiresAt: Date }

export const invitationDays = 14

export const functionWords: Readonly<Record<AppointmentKind, string>> = {
  best_interests_lead: 'BBA för verksamheten',
  reception: 'Mottagning',
  log_reviewer: 'Granskar loggen',
  local_administrator: 'Administratör',
  fallback_lead: 'Tar det som ingen annan har',
  process_leader: 'Länets processledare',
  protection_group: 'Kan få veta var skyddade barn finns',
}

export const unitFunctionKinds = ['best_interests_lead', 'reception', 'log_reviewer'] as const
export const authorityKinds = [
  'local_administrator',
  'fallback_lead',
  'protection_group',
  'process_leader',
] as const

/** What somebody can be given in this organisation. */
export const kindsAt = ({ isRegion }: Organisation): readonly AuthorityFunctionKind[] =>
  authorityKinds.filter((kind) => isRegion || kind !== 'process_leader')

export const unitWords: Readonly<Record<UnitKind, string>> = {
  midwifery: 'Mödravård',
  child_health: 'BVC',
  preschool: 'Förskola',
  compulsory_school: 'Grundskola',
  upper_secondary_school: 'Gymnasieskola',
  activity_responsibility: 'Kommunalt aktivitetsansvar',
  pupil_health: 'Elevhälsa',
  primary_care: 'Vårdcentral',
  child_psychiatry: 'Barn- och ungdomspsykiatri',
  habilitation: 'Habilitering',
  youth_clinic: 'Ungdomsmottagning',
  social_services: 'Socialtjänst',
  police: 'Polis',
  civil_society: 'Förening',
  reception: 'Mottagning',
}

export const unitKinds = Object.keys(unitWords) as UnitKind[]

type Words = readonly (string | undefined)[]
const isSame = (some: Words, others: Words) => some.every((word, at) => (word ?? '') === (others[at] ?? ''))

/** Somebody else has changed it since this person looked, and to something else than what they want. */
export const savedMeanwhile = (now: Words, seen: Words, wanted: Words): boolean =>
  !isSame(now, seen) && !isSame(now, wanted)

export const refusals = {
  'last-administrator': 'Det måste finnas en administratör kvar. Låt någon mer bli administratör först.',
  'last-fallback': 'Det måste finnas någon hos er som tar det som ingen annan har. Utse någon mer först.',
  'nobody-left':
    'Det finns barn med pågående stöd som ingen skulle ha ansvar för efter den dagen. Utse någon som tar det som ingen annan har först.',
  'to-myself': 'Då skulle du själv få ansvaret för deras barn. Be en annan administratör att avsluta.',
  'has-left': 'Någon av dem arbetar inte kvar. Säg nej till förslaget och gör ett nytt.',
  clash: 'Länets processledare möter inga barn i det arbetet. Välj någon annan.',
  own: 'Du har föreslagit det själv. En annan administratör behöver säga ja.',
} as const
export type Refused = keyof typeof refusals
export const isRefused = (said: string): said is Refused => said in refusals
