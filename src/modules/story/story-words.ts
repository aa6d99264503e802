import type { Bright } from '#modules/bright'
import type { WheelArea } from '#modules/knowledge'
import { areaNames } from '#modules/knowledge'
import type { HeldMeeting } from '#modules/meetings'
import type { Objection } from '#modules/objections'
import { type PlanHistory, stateWords } from '#modules/plans'
import { dayWithYear } from '#shared/dates.ts'
import type { AgreementAnswer, Helped, ObjectionOutcome, PlanEnd, PlanEventKind } from '#shared/schema.ts'
import { message } from '#ui/message.ts'
import { listed, say, together } from '#ui/say.tsx'
import type { Answered, Given, Said, Tenure } from './story.ts'

// The sentences of the story, to the one it is about.

const someUnit = () => say('En verksamhet')
const someGuardian = () => say('En vårdnadshavare')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The plan's own events; those that have a chapter of their own are left out. */
export const happened = {
  noticed: message('Någon lade märke till hur du hade det och berättade det, för att du skulle få hjälp.'),
  gathering_started: message('De som ville hjälpa började ta reda på mer om hur du hade det.'),
  meeting_called: message('Ni bjöds in till ett samverkansmöte.'),
  plan_changed: message('Planen ändrades.'),
} as const satisfies Partial<Record<PlanEventKind, string>>

export const talked = (by: string): string =>
  say('{name} pratade med dig om vad som var på gång och vad det betydde för dig.', { name: by })

export const began = message('Din plan började gälla.')
export const beganWith = message('Din plan började gälla. Så här skulle det bli:')
export const didTogether = message('Det här gjorde ni tillsammans, och så gick det:')
export const metAgain = message('Ni träffades och såg hur det hade gått.')
export const met = message('Ni hade ett samverkansmöte.')

const at = (who: string, unitName: string | undefined) =>
  unitName ? say('{who} på {unit}', { who, unit: unitName }) : who

/** Somebody with their title, and their place unless it must not be told: `Maja Lindgren, rektor på Furuskolan`. */
function whoWas({ name, title, unitName }: Tenure): string {
  const who = listed([name, ...(title ? [title] : [])])
  return at(who, unitName)
}

export function responsible(tenure: Tenure): string {
  const { kind, until } = tenure
  const became =
    kind === 'best_interests_lead'
      ? message('{who}, blev din Barnets bästa-ansvarig: den som såg till att det hände något.')
      : message('{who}, blev samverkansansvarig: den som höll ihop det ni gjorde tillsammans.')
  const told = say(became, { who: whoWas(tenure) })
  return until ? `${told} ${say('Det var så till den {day}.', { day: dayWithYear(until) })}` : told
}

/** Who spoke, as far as the child may know, and about what. */
export function spokeOf({ speaker, by, area: code }: Pick<Said, 'speaker' | 'by' | 'area'>): string {
  const area = areaOf(code)
  const told = (who: string) => say('{who} berättade om {area}.', { who: capital(who), area })
  switch (speaker.voice) {
    case 'child':
      return say('Du berättade om {area}.', { area })
    case 'guardian':
      return told(by.called ?? someGuardian())
    case 'important_adult':
      return told(say('Någon som står dig nära'))
    case 'professional':
      return told((speaker.personId ? by.name : by.unitName) ?? someUnit())
  }
}

/** Whose words about what went well. */
export function wentWell({ by, mine }: Pick<Bright, 'by' | 'mine'>): string {
  if (mine || by.kind === 'child') return say('Något gick bra. Du skrev:')
  const who = by.kind === 'unit' ? (by.name ? at(by.name, by.unit) : by.unit) : by.called
  return say('Något gick bra. {who} skrev:', { who: capital(who || someGuardian()) })
}

const areaOf = (area: WheelArea): string => say(areaNames.names[area]).toLowerCase()

const answers = {
  yes: message('Du sa ja till att {unit} fick vara med.'),
  no: message('Du sa nej till att {unit} skulle vara med. Det är lika bra att säga nej som ja.'),
  withdrawn: message('Du tog tillbaka ditt ja till att {unit} var med.'),
} as const satisfies Record<Answered['answer'], string>

export const answered = ({ answer, unitName }: Answered): string =>
  say(answers[answer], { unit: unitName ?? say('en verksamhet') })

const givenWords = {
  whole: message('{unit} fick läsa hela din plan och vara med på möten, till den {day}.'),
  own: message('{unit} fick läsa sin egen del av din plan, till den {day}.'),
  words: message('{unit} fick läsa något av det som någon hade berättat om dig, till den {day}.'),
} as const satisfies Record<Given['what'], string>

export function given({ what, unitName, until, byConsent }: Given): string {
  const unit = capital(unitName ?? someUnit())
  const why = byConsent
    ? say('De som skulle säga ja hade gjort det.')
    : say('Det byggde på en regel i lagen.')
  return `${say(givenWords[what], { unit, day: dayWithYear(until) })} ${why}`
}

/** Who came to a meeting: `Med var du, mamma och Ali Rahimi från Familjestöd Alvesta.` */
export function cameText(came: HeldMeeting['came']): string | undefined {
  const names = came.map(({ role, person, called, title, unitName }) => {
    if (role === 'child') return say('du')
    if (role === 'guardian') return called ?? say('en vårdnadshavare')
    const who = (person.kind === 'visible' ? person.name : undefined) ?? title
    if (who && unitName) return say('{who} från {unit}', { who, unit: unitName })
    return who ?? unitName ?? say('en verksamhet')
  })
  return names.length > 0 ? say('Med var {names}.', { names: together(names) }) : undefined
}

/** What is written at a meeting, in the order it was said. */
export const meetingWords = [
  ['toChild', message('Så sa vi det till dig')],
  ['childsWords', message('Dina ord')],
  ['working', message('Det som fungerade')],
  ['challenging', message('Det som var utmanande')],
  ['canDo', message('Det ni kunde göra')],
  ['reason', message('Varför det blev så')],
] as const

/** Who did it, and how far it came: `Furuskolan. Klar.` */
export const withPlace = ({ unit, state }: PlanHistory['actions'][number]): string =>
  `${capital(unit ? (unit.name ?? someUnit()) : say('Hemma'))}. ${say(stateWords[state])}.`

export const agreed: Readonly<Record<AgreementAnswer, string>> = {
  agrees: message('Du sa att du var med på planen.'),
  disagrees: message('Du sa att du inte var med på allt i planen.'),
  could_not_answer: message('Du svarade inte på om du var med på planen. Det var helt okej.'),
}

export const helped: Readonly<Record<Helped, string>> = {
  yes: message('Du sa att det hjälpte.'),
  a_little: message('Du sa att det hjälpte lite.'),
  no: message('Du sa att det inte hjälpte.'),
  dont_know: message('Du sa att du inte visste om det hjälpte.'),
}

/** Who did not agree, as far as the child may know. */
export const didNotAgree = ({ isChild, called }: Objection['by']): string =>
  isChild
    ? say('Du sa att du inte höll med om något som stod skrivet om dig.')
    : say('{who} höll inte med om något som stod skrivet om dig.', {
        who: capital(called ?? someGuardian()),
      })

export const gotAnswer: Readonly<Record<ObjectionOutcome, string>> = {
  corrected: message('Det kom ett svar: texten rättades.'),
  stands: message('Det kom ett svar: texten stod kvar, och det som ni hade sagt stod bredvid.'),
}

const endings: Readonly<Record<PlanEnd, string>> = {
  goals_met: message('Det blev som ni ville. Planen avslutades.'),
  family_ended: message('Din familj valde att avsluta samarbetet. Planen avslutades.'),
  not_needed: message('Planen behövdes inte längre och avslutades.'),
  moved: message('Planen avslutades när ansvaret flyttade.'),
  other: message('Planen avslutades.'),
}
export const ended = (because: PlanEnd | undefined): string => say(endings[because ?? 'other'])
