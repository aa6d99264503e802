import type { Bright } from '#modules/bright'
import type { HeldMeeting } from '#modules/meetings'
import type { Objection } from '#modules/objections'
import type { PlanHistory } from '#modules/plans'
import type { PlanEvent } from '#modules/timeline'
import { asRead, type Spoken } from '#modules/wheel'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { ConsentAnswerKind, PartyPart, ResponsibilityKind } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import { say } from '#ui/say.tsx'
import {
  agreed,
  answered,
  began,
  beganWith,
  cameText,
  didNotAgree,
  didTogether,
  ended,
  given,
  gotAnswer,
  happened,
  helped,
  meetingWords,
  met,
  metAgain,
  responsible,
  spokeOf,
  talked,
  wentWell,
  withPlace,
} from './story-words.ts'

export type Talk = { on: Day; by: string }
export type Tenure = {
  kind: ResponsibilityKind
  since: Day
  until: Day | undefined
  name: string
  title: string | undefined
  /** Not where a place must not be told. */
  unitName: string | undefined
}
export type Answered = { on: Day; answer: ConsentAnswerKind; unitName: string | undefined }
export type Given = {
  /** A part in the plan, or something that somebody has said. */
  what: PartyPart | 'words'
  unitName: string | undefined
  since: Day
  until: Day
  byConsent: boolean
}

/** Something that was said about how the child had it. */
export type Said = Pick<Spoken, 'speaker' | 'by' | 'words' | 'area' | 'saidOn' | 'obtained'>

/** Everything that a grown-up child may read of its own story. */
export type Facts = {
  talks: readonly Talk[]
  events: readonly PlanEvent[]
  statements: readonly Said[]
  plans: readonly PlanHistory[]
  meetings: readonly HeldMeeting[]
  tenures: readonly Tenure[]
  answers: readonly Answered[]
  given: readonly Given[]
  /** What somebody in the family did not agree with, and what was answered. */
  objections: readonly Objection[]
  /** What went well, noted by anybody in the plan. */
  bright: readonly Bright[]
}

/** Somebody's words, and what they are about. */
export type Quote = {
  lead: string | undefined
  /** Pictures that the child picked, as the reader reads them. */
  picked: readonly string[]
  text: SealedText | undefined
}
/** One thing that happened, in a sentence or two to the one it is about. */
export type Chapter = {
  day: Day
  sentence: string
  quotes: readonly Quote[]
  drawing?: SealedText | undefined
}
export type Year = { year: string; days: readonly { day: Day; chapters: readonly Chapter[] }[] }

const quote = (lead: string | undefined, text: SealedText | undefined): Quote[] =>
  text ? [{ lead, picked: [], text }] : []

const quoteOf = (lead: string, said: Said, name: 'working' | 'challenging' | 'quote'): Quote[] => {
  const { picked, own } = asRead(said, name)
  return said.words[name] ? [{ lead, picked, text: own }] : []
}

/** Of what nobody has told. */
export const nothingKnown: Facts = {
  talks: [],
  events: [],
  statements: [],
  plans: [],
  meetings: [],
  tenures: [],
  answers: [],
  given: [],
  objections: [],
  bright: [],
}

/** The story in the order it happened, year by year. What came the same day stands in the order of the process. */
export function tellStory(facts: Facts): readonly Year[] {
  const { events, plans } = facts
  const all = [
    ...fromEvents(events, ['noticed']),
    ...facts.tenures.map((one) => chapter(one.since, responsible(one))),
    ...facts.talks.map(({ on, by }) => chapter(on, talked(by))),
    ...fromEvents(events, ['gathering_started']),
    ...facts.statements.map(fromStatement),
    ...facts.answers.map((one) => chapter(one.on, answered(one))),
    ...facts.given.map((one) => chapter(one.since, given(one))),
    ...fromEvents(events, ['meeting_called']),
    ...facts.meetings.map(fromMeeting),
    ...plans.flatMap(planBegan),
    ...fromEvents(changesIn(events, plans), ['plan_changed']),
    ...plans.flatMap(planWentOn),
    ...facts.objections.flatMap(fromObjection),
    ...facts.bright.toReversed().map(fromBright),
  ]
  const inOrder = all.toSorted((a, b) => a.day.localeCompare(b.day))
  const days = [...Map.groupBy(inOrder, ({ day }) => day)].map(([day, chapters]) => ({ day, chapters }))
  return [...Map.groupBy(days, ({ day }) => day.slice(0, 4))].map(([year, days]) => ({ year, days }))
}

const chapter = (
  day: Day,
  sentence: string,
  quotes: readonly Quote[] = [],
  drawing?: SealedText,
): Chapter => ({ day, sentence, quotes, ...(drawing && { drawing }) })

/** What is told more fully elsewhere in the story is left out here. */
const fromEvents = (events: readonly PlanEvent[], kinds: readonly (keyof typeof happened)[]): Chapter[] =>
  kinds.flatMap((wanted) =>
    events.filter(({ kind }) => kind === wanted).map(({ day }) => chapter(day, say(happened[wanted]))),
  )

/** A plan that is written down part by part the first day has not changed. */
const changesIn = (events: readonly PlanEvent[], plans: readonly PlanHistory[]) =>
  events.filter(({ day }) => !plans.some(({ startedOn }) => startedOn === day))

const fromStatement = (said: Said): Chapter =>
  chapter(
    said.saidOn,
    spokeOf(said),
    [
      ...quoteOf(say('Det som fungerade'), said, 'working'),
      ...quoteOf(say('Det som var utmanande'), said, 'challenging'),
      ...quoteOf(say('Med egna ord'), said, 'quote'),
      ...quote(say('Det som hade provats'), said.words.tried),
    ],
    said.words.drawing,
  )

const fromMeeting = ({ heldOn, came, note, inOwnWords }: HeldMeeting): Chapter =>
  chapter(heldOn, [say(met), cameText(came)].filter(Boolean).join(' '), [
    ...meetingWords.flatMap(([name, lead]) => quote(say(lead), note?.[name])),
    ...(note?.actions ?? []).flatMap(({ what }) => quote(say('Ni kom överens om'), what)),
    ...quote(say('Så sa du själv vad ni bestämde'), inOwnWords),
  ])

const fromObjection = ({ by, words, saidOn, answer }: Objection): Chapter[] => [
  chapter(saidOn, didNotAgree(by), quote(undefined, words)),
  ...(answer
    ? [chapter(answer.on, say(gotAnswer[answer.outcome]), quote(say('Så blev svaret'), answer.why))]
    : []),
]

const fromBright = (moment: Bright): Chapter =>
  chapter(swedishDay(moment.at), wentWell(moment), quote(undefined, moment.words))

function planBegan({ startedOn, goals, actions, childAgreed }: PlanHistory): Chapter[] {
  const wanted = goals.flatMap((words) => quote(undefined, words))
  const done = actions.flatMap((action) => quote(withPlace(action), action.what))
  return [
    chapter(startedOn, say(wanted.length > 0 ? beganWith : began), wanted),
    ...(done.length > 0 ? [chapter(startedOn, say(didTogether), done)] : []),
    ...childAgreed.map(({ on, answer }) => chapter(on, say(agreed[answer]))),
  ]
}

const planWentOn = ({ followUps, childHelped, endedOn, endedBecause }: PlanHistory): Chapter[] => [
  ...followUps.map(({ heldOn, words, next }) =>
    chapter(heldOn, say(metAgain), [
      ...quote(say('Det som sades'), words),
      ...quote(say('Så gick ni vidare'), next),
    ]),
  ),
  ...childHelped.map((said) =>
    chapter(said.on, say(helped[said.helped]), [
      ...quote(say('Det gällde'), said.what),
      ...quote(say('Dina ord'), said.words),
    ]),
  ),
  ...(endedOn ? [chapter(endedOn, ended(endedBecause))] : []),
]
