import type { HeldMeeting } from '#modules/meetings'
import type { PlanHistory } from '#modules/plans'
import type { PlanEvent } from '#modules/timeline'
import type { Spoken } from '#modules/wheel'
import type { Day } from '#shared/dates.ts'
import type { ConsentAnswerKind, PartyPart, ResponsibilityKind } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import {
  agreed,
  answered,
  areaOf,
  cameText,
  ended,
  given,
  happened,
  helped,
  meetingWords,
  responsible,
  spokeOf,
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
export type Said = Pick<Spoken, 'speaker' | 'by' | 'words' | 'area' | 'saidOn'>

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
}

/** Somebody's words, and what they are about. */
export type Quote = { lead: string | undefined; text: SealedText }
/** One thing that happened, in a sentence or two to the one it is about. */
export type Chapter = { day: Day; sentence: string; quotes: readonly Quote[] }
export type Year = { year: string; chapters: readonly Chapter[] }

const quote = (lead: string | undefined, text: SealedText | undefined): Quote[] =>
  text ? [{ lead, text }] : []

/** The story in the order it happened, year by year. What came the same day stands in the order of the process. */
export function tellStory(facts: Facts): readonly Year[] {
  const all = [
    ...fromEvents(facts.events),
    ...facts.talks.map(
      ({ on, by }): Chapter => ({
        day: on,
        sentence: `${by} pratade med dig om vad som var på gång och vad det betydde för dig.`,
        quotes: [],
      }),
    ),
    ...facts.tenures.map((one): Chapter => ({ day: one.since, sentence: responsible(one), quotes: [] })),
    ...facts.statements.map(fromStatement),
    ...facts.answers.map((one): Chapter => ({ day: one.on, sentence: answered(one), quotes: [] })),
    ...facts.given.map((one): Chapter => ({ day: one.since, sentence: given(one), quotes: [] })),
    ...facts.meetings.map(fromMeeting),
    ...facts.plans.flatMap(fromPlan),
  ]
  const inOrder = all.toSorted((a, b) => a.day.localeCompare(b.day))
  return [...Map.groupBy(inOrder, ({ day }) => day.slice(0, 4))].map(([year, chapters]) => ({
    year,
    chapters,
  }))
}

/** What is told more fully elsewhere in the story is left out here. */
const fromEvents = (events: readonly PlanEvent[]): Chapter[] =>
  events.flatMap(({ kind, day }) => {
    const sentence = happened[kind]
    return sentence ? [{ day, sentence, quotes: [] }] : []
  })

function fromStatement(said: Said): Chapter {
  const { words, area, saidOn } = said
  return {
    day: saidOn,
    sentence: `${spokeOf(said)} om ${areaOf(area)}.`,
    quotes: [
      ...quote('Det som fungerade', words.working),
      ...quote('Det som var utmanande', words.challenging),
      ...quote('Med egna ord', words.quote),
      ...quote('Det som hade provats', words.tried),
    ],
  }
}

function fromMeeting({ heldOn, came, note }: HeldMeeting): Chapter {
  return {
    day: heldOn,
    sentence: ['Ni hade ett samverkansmöte.', cameText(came)].filter(Boolean).join(' '),
    quotes: note
      ? [
          ...meetingWords.flatMap(([name, lead]) => quote(lead, note[name])),
          ...note.actions.flatMap(({ what }) => quote('Ni kom överens om', what)),
        ]
      : [],
  }
}

function fromPlan(plan: PlanHistory): Chapter[] {
  const began: Chapter = {
    day: plan.startedOn,
    sentence: 'Din plan började gälla. Så här skulle det bli:',
    quotes: plan.goals.flatMap((words) => quote(undefined, words)),
  }
  const help: Chapter = {
    day: plan.startedOn,
    sentence: 'Det här gjorde ni tillsammans, och så gick det:',
    quotes: plan.actions.flatMap((action) => quote(withPlace(action), action.what)),
  }
  return [
    began.quotes.length > 0 ? began : { ...began, sentence: 'Din plan började gälla.' },
    ...(help.quotes.length > 0 ? [help] : []),
    ...plan.childAgreed.map(({ on, answer }): Chapter => ({ day: on, sentence: agreed[answer], quotes: [] })),
    ...plan.followUps.map(
      ({ heldOn, words, next }): Chapter => ({
        day: heldOn,
        sentence: 'Ni träffades och såg hur det hade gått.',
        quotes: [...quote('Det som sades', words), ...quote('Så gick ni vidare', next)],
      }),
    ),
    ...plan.childHelped.map(
      (said): Chapter => ({
        day: said.on,
        sentence: helped[said.helped],
        quotes: [...quote('Det gällde', said.what), ...quote('Dina ord', said.words)],
      }),
    ),
    ...(plan.endedOn ? [{ day: plan.endedOn, sentence: ended(plan.endedBecause), quotes: [] }] : []),
  ]
}
