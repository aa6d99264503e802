import type { Bright } from '#modules/bright'
import type { WheelArea } from '#modules/knowledge'
import { areaNames } from '#modules/knowledge'
import type { HeldMeeting } from '#modules/meetings'
import type { Objection } from '#modules/objections'
import { type PlanHistory, stateWords } from '#modules/plans'
import { dayWithYear } from '#shared/dates.ts'
import type { AgreementAnswer, Helped, ObjectionOutcome, PlanEnd, PlanEventKind } from '#shared/schema.ts'
import type { Answered, Given, Said, Tenure } from './story.ts'

// The sentences of the story, to the one it is about.

const someUnit = 'en verksamhet'
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The plan's own events; those that have a chapter of their own are left out. */
export const happened = {
  noticed: 'Någon lade märke till hur du hade det och berättade det, för att du skulle få hjälp.',
  gathering_started: 'De som ville hjälpa började ta reda på mer om hur du hade det.',
  meeting_called: 'Ni bjöds in till ett samverkansmöte.',
  plan_changed: 'Planen ändrades.',
} as const satisfies Partial<Record<PlanEventKind, string>>

export const talked = (by: string): string =>
  `${by} pratade med dig om vad som var på gång och vad det betydde för dig.`

export const began = 'Din plan började gälla.'
export const beganWith = `${began} Så här skulle det bli:`
export const didTogether = 'Det här gjorde ni tillsammans, och så gick det:'
export const metAgain = 'Ni träffades och såg hur det hade gått.'

/** `på Furuskolan`, or nothing where the place must not be told. */
const at = (unitName: string | undefined) => (unitName ? ` på ${unitName}` : '')

export function responsible({ kind, name, title, unitName, until }: Tenure): string {
  const who = [name, title].filter(Boolean).join(', ') + at(unitName)
  const became =
    kind === 'best_interests_lead'
      ? `${who}, blev din Barnets bästa-ansvarig: den som såg till att det hände något.`
      : `${who}, blev samverkansansvarig: den som höll ihop det ni gjorde tillsammans.`
  return until ? `${became} Det var så till den ${dayWithYear(until)}.` : became
}

/** Who spoke, as far as the child may know. */
export function spokeOf({ speaker, by }: Pick<Said, 'speaker' | 'by'>): string {
  switch (speaker.voice) {
    case 'child':
      return 'Du berättade'
    case 'guardian':
      return `${capital(by.called ?? 'en vårdnadshavare')} berättade`
    case 'important_adult':
      return 'Någon som står dig nära berättade'
    case 'professional':
      return `${capital((speaker.personId ? by.name : by.unitName) ?? someUnit)} berättade`
  }
}

/** Whose words about what went well. */
export function wentWell({ by, mine }: Pick<Bright, 'by' | 'mine'>): string {
  if (mine || by.kind === 'child') return 'Något gick bra. Du skrev:'
  const who = by.kind === 'unit' ? [by.name, by.unit].filter(Boolean).join(' på ') : by.called
  return `Något gick bra. ${capital(who || 'en vårdnadshavare')} skrev:`
}

export const areaOf = (area: WheelArea): string => areaNames.names[area].toLowerCase()

export function answered({ answer, unitName = someUnit }: Answered): string {
  switch (answer) {
    case 'yes':
      return `Du sa ja till att ${unitName} fick vara med.`
    case 'no':
      return `Du sa nej till att ${unitName} skulle vara med. Det är lika bra att säga nej som ja.`
    case 'withdrawn':
      return `Du tog tillbaka ditt ja till att ${unitName} var med.`
  }
}

const givenWords: Readonly<Record<Given['what'], string>> = {
  whole: 'fick läsa hela din plan och vara med på möten',
  own: 'fick läsa sin egen del av din plan',
  words: 'fick läsa något av det som någon hade berättat om dig',
}
export function given({ what, unitName, until, byConsent }: Given): string {
  const why = byConsent ? 'De som skulle säga ja hade gjort det.' : 'Det byggde på en regel i lagen.'
  return `${capital(unitName ?? someUnit)} ${givenWords[what]}, till den ${dayWithYear(until)}. ${why}`
}

/** Who came to a meeting: `Med var du, mamma och Ali Rahimi, Familjestöd Alvesta.` */
export function cameText(came: HeldMeeting['came']): string | undefined {
  const names = came.map(({ role, person, called, title, unitName }) => {
    if (role === 'child') return 'du'
    if (role === 'guardian') return called ?? 'en vårdnadshavare'
    const name = person.kind === 'visible' ? person.name : undefined
    const place = [name ?? title, unitName].filter(Boolean).join(' från ')
    return place || someUnit
  })
  const last = names.at(-1)
  if (!last) return undefined
  return `Med var ${names.length > 1 ? `${names.slice(0, -1).join(', ')} och ` : ''}${last}.`
}

/** What is written at a meeting, in the order it was said. */
export const meetingWords = [
  ['toChild', 'Så sa vi det till dig'],
  ['childsWords', 'Dina ord'],
  ['working', 'Det som fungerade'],
  ['challenging', 'Det som var utmanande'],
  ['canDo', 'Det ni kunde göra'],
  ['reason', 'Varför det blev så'],
] as const

/** Who did it, and how far it came: `Furuskolan. Klar.` */
export const withPlace = ({ unit, state }: PlanHistory['actions'][number]): string =>
  `${capital(unit ? (unit.name ?? someUnit) : 'hemma')}. ${stateWords[state]}.`

export const agreed: Readonly<Record<AgreementAnswer, string>> = {
  agrees: 'Du sa att du var med på planen.',
  disagrees: 'Du sa att du inte var med på allt i planen.',
  could_not_answer: 'Du svarade inte på om du var med på planen. Det var helt okej.',
}

export const helped: Readonly<Record<Helped, string>> = {
  yes: 'Du sa att det hjälpte.',
  a_little: 'Du sa att det hjälpte lite.',
  no: 'Du sa att det inte hjälpte.',
  dont_know: 'Du sa att du inte visste om det hjälpte.',
}

/** Who did not agree, as far as the child may know. */
export const didNotAgree = ({ isChild, called }: Objection['by']): string =>
  isChild
    ? 'Du sa att du inte höll med om något som stod skrivet om dig.'
    : `${capital(called ?? 'en vårdnadshavare')} höll inte med om något som stod skrivet om dig.`

export const gotAnswer: Readonly<Record<ObjectionOutcome, string>> = {
  corrected: 'Det kom ett svar: texten rättades.',
  stands: 'Det kom ett svar: texten stod kvar, och det som ni hade sagt stod bredvid.',
}

const endings: Readonly<Record<PlanEnd, string>> = {
  goals_met: 'Det blev som ni ville. Planen avslutades.',
  family_ended: 'Din familj valde att avsluta samarbetet. Planen avslutades.',
  not_needed: 'Planen behövdes inte längre och avslutades.',
  moved: 'Planen avslutades när ansvaret flyttade.',
  other: 'Planen avslutades.',
}
export const ended = (because: PlanEnd | undefined): string => endings[because ?? 'other']
