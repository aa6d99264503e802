import type { Day } from '#shared/dates.ts'
import type { SealedText } from '#shared/sealed.ts'

/** What usual work is where the organisation has not decided its own number, and how much of it is looked at anyway: a part of each week, never less than a few. */
export const usual = { childrenADay: 30, sampleLeast: 5, samplePercent: 2 } as const

/** Why a line asks for a second look, in the order they are told. */
export const ruleWords = {
  break_glass: 'Öppnade en plan i en nödsituation',
  emergency_sharing: 'Berättade något för en annan verksamhet i akut fara',
  look_up: 'Skrev varför det behövdes många barn på en dag',
  no_assignment: 'Arbetade inte med barnet då',
  own_child: 'Kan vara eget barn',
  same_surname: 'Samma efternamn som barnet',
  protected: 'Barnet har skyddade uppgifter',
  volume: 'Öppnade många barn samma dag',
  night: 'Mellan klockan 22 och 6',
  sample: 'Stickprov',
} as const
export type Rule = keyof typeof ruleWords
export const rules = Object.keys(ruleWords) as Rule[]

export const outcomes = ['fine', 'talked', 'unclear', 'wrong'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  fine: 'Det var i sin ordning',
  talked: 'Vi har pratat om det, och det är klart',
  unclear: 'Det är oklart, och vi tar reda på mer',
  wrong: 'Det var fel, och går vidare till den som är chef',
}

/** A person's day with a child, an emergency, or a reason: who, when and why it is here. Nothing of the child. */
export type Line = {
  id: string
  unitId: string
  unitName: string
  personId: string
  personName: string
  childId: string | undefined
  day: Day
  rules: readonly Rule[]
  children: number
}

/** Somebody must know at once, not only when the week is looked through. */
export const isAlarm = (line: Pick<Line, 'rules'>) =>
  line.rules.some((rule) => rule === 'break_glass' || rule === 'look_up' || rule === 'emergency_sharing')

export const onlySample = (line: Pick<Line, 'rules'>) => line.rules.every((rule) => rule === 'sample')

export type Review = {
  personName: string
  reviewerName: string
  day: Day
  outcome: Outcome
  words: SealedText
}

/** What is kept from the family because it can harm is considered again after this many months. */
export const reconsiderMonths = 3

/** What a page of the application is called, for somebody who reads a line of the log. */
const places: Readonly<Record<string, string>> = {
  child: 'barnets sida',
  plan: 'Barnets plan',
  wheel: 'Barnets bästa-hjulet',
  timeline: 'tidslinjen',
  family: 'sidan om familjen',
  noticing: 'något som är uppmärksammat',
  meeting: 'ett möte',
  consent: 'ett samtycke',
  consents: 'samtyckena',
  sharing: 'vem som ser vad',
  grant: 'en delning',
  support: 'ett stöd',
  handover: 'en överlämning',
  matter: 'sidan om att avsluta',
  address: 'en sida som inte finns',
}

/** `läste Barnets plan`, `försökte öppna Barnets plan`: never what stood there. */
export function eventWords({
  act,
  outcome,
  changes,
}: {
  act: string
  outcome: string
  changes: boolean
}): string {
  const place = places[act.split('.')[0] ?? ''] ?? 'en sida'
  const looked = outcome === 'looked'
  if (outcome !== 'done' && !looked) return `försökte öppna ${place}`
  return `${changes && !looked ? 'skrev i' : 'läste'} ${place}`
}
