import type { LegalGroundCode, MunicipalityCode, WheelArea } from '#modules/knowledge'
import type { Born, Day, Protection } from './types.ts'

// The story of one child, as data. People and units are named by their slugs; days count from the demo day.

export type Stage =
  | 'good_news'
  | 'noticed'
  | 'received'
  | 'gathering'
  | 'own_support'
  | 'handover_offered'
  | 'handed_over'
  | 'consent_asked'
  | 'meeting_called'
  | 'plan_active'
  | 'follow_up_due'
  | 'closed'

export type Voice = 'child' | 'guardian' | 'important_adult' | 'professional'

export type StoryGuardian = {
  person: string
  kind: 'guardian' | 'expecting_parent'
  /** What the child calls this guardian. */
  called: string
  home: string
}

export type StoryNoticing = {
  day: Day
  by: string
  unit: string
  toUnit: string
  /** Written down for somebody who called or came by. */
  onBehalfOf?: string
  goodNews?: true
  sentence: string
  working?: string
  challenging?: string
  tried?: string
  areas: readonly WheelArea[]
  familyKnows: 'yes' | 'not_yet' | 'unknown'
  urgency?: 'can_wait' | 'this_week' | 'today'
  /** Only when it crossed the wall of a secrecy unit. */
  ground?: LegalGroundCode
  /** Missing while nobody has opened it. */
  openedDay?: Day
  decision?: 'thanked' | 'ordinary_help' | 'joined' | 'gathering'
}

export type FamilyTalk = {
  day: Day
  /** Guardians by slug; the child itself is 'child'. */
  told: readonly string[]
  way: 'meeting' | 'telephone' | 'video' | 'home_visit' | 'letter'
  note: string
}

export type Statement = {
  area: WheelArea
  voice: Voice
  /** Who says it; the child itself is left out. */
  person?: string
  /** Where a professional works, who wrote it down for the others. */
  unit: string
  writtenBy: string
  day: Day
  obtained: 'talk' | 'observation' | 'picture' | 'written' | 'telephone' | 'with_interpreter'
  working?: string
  challenging?: string
  /** What has been tried, and what helped. */
  tried?: string
  /** Only for the child's own words, chosen with the child before they were written. */
  readers?: 'told' | 'meeting' | 'everyone'
}

export type SourceQuestion = {
  day: Day
  toUnit: string
  toPerson: string
  question: string
  dueDay: Day
  ground: LegalGroundCode
  answer?: { day: Day; kind: 'answered' | 'cannot_answer'; text?: string; byTelephone: boolean }
}

export type Analysis = {
  day: Day
  text: string
  outcome: 'own_support' | 'handover' | 'collaboration' | 'close'
  /** One reason, at the first question that is answered yes. */
  reason: string
}

export type OwnSupport = {
  day: Day
  what: string
  by: string
  reviewDay: Day
  ended?: { day: Day; because: 'need_met' | 'other_way'; note: string }
}

export type Handover = {
  /** Missing: the whole. */
  kind?: 'next_lead'
  offeredDay: Day
  toUnit: string
  toPerson: string
  /** Missing inside one wall, where nothing is shared. */
  ground?: LegalGroundCode
  reason: string
  /** What goes along: the least that is needed. */
  includes: readonly string[]
  familyThinks: string
  answer?: { day: Day; state: 'accepted' | 'returned'; note: string }
  /** How the receiver goes on. */
  goesOn?: { analysis: Analysis; support: OwnSupport }
}

export type SignerAnswer = {
  /** A guardian by slug; the child itself is 'child'. */
  signer: string
  /** Missing while the answer is awaited. */
  answer?: 'yes' | 'no'
  day?: Day
  way?: 'in_app' | 'paper' | 'oral' | 'telephone'
  /** Who wrote it down, who saw it, where the paper lies. */
  note?: string
}

export type ConsentSheet = {
  askedDay: Day
  purpose: string
  untilDay: Day
  language: string
  interpreter: boolean
  childPart: 'none' | 'heard' | 'together' | 'alone'
  maturity: string
  units: readonly { unit: string; areas: readonly WheelArea[]; answers: readonly SignerAnswer[] }[]
}

export type MeetingParty = {
  /** A person by slug; the child itself is 'child'. */
  who: string
  unit?: string
  why: string
  answer?: 'coming' | 'not_coming' | 'sends_words'
  attended?: boolean
}

export type StoryMeeting = {
  day: Day
  time: string
  minutes: number
  place: string
  state: 'called' | 'held'
  /** In the family's own words. */
  purpose: string
  childWishes: string
  parties: readonly MeetingParty[]
  notes?: string
  tellsChild?: { who: string; day: Day }
  /** Siblings with the same guardians may share one meeting. */
  sharedWith?: string
}

export type PlanGoal = { slug: string; area: WheelArea; words: string; betterWhen: string }

export type PlanAction = {
  slug: string
  goal: string
  what: string
  /** In words, as everybody reads it. */
  who: string
  /** Who answers for it; missing when the family does it itself. */
  person?: string
  unit?: string
  when: string
  fromDay: Day
  untilDay: Day
  state: 'later' | 'ongoing' | 'done'
  /** "Så här säger vi till barnet." */
  toChild: string
  /** Added in this version of the plan. */
  sinceVersion: number
  helped?: readonly {
    voice: Voice
    person?: string
    answer: 'yes' | 'a_little' | 'no' | 'dont_know'
    words?: string
  }[]
}

export type StoryAgreement = {
  /** A guardian by slug, the child itself is 'child', a unit by slug. */
  party: string
  answer: 'agrees' | 'disagrees' | 'could_not_answer'
  reason?: string
  /** A reason is read by the one responsible only, unless its author opens it. */
  reasonOpen?: boolean
}

/** A guardian does not agree with what an action in the plan says. */
export type StoryObjection = {
  day: Day
  by: string
  action: string
  words: string
  /** Others in the family may read it. */
  isOpen: boolean
  answer: { day: Day; outcome: 'stands'; why: string }
}

export type StoryPlan = {
  agreedDay: Day
  /** The days of version 1, 2, 3 and so on. */
  versions: readonly Day[]
  collaborationLead: { person: string; unit: string }
  goals: readonly PlanGoal[]
  actions: readonly PlanAction[]
  contacts: readonly { unit: string; person: string; part: 'whole' | 'own' }[]
  agreements: readonly StoryAgreement[]
  objections?: readonly StoryObjection[]
  ifWorse: string
  references: readonly string[]
  followUp?: { day: Day; time: string; place: string }
  heldFollowUps: readonly { day: Day; by: string; words: string; next: string }[]
  ended?: { day: Day; because: 'goals_met' | 'family_ended'; note: string }
}

/** A person, or one action in the plan, that a guardian may not see. The reason is barred too. */
export type StoryBar = {
  guardian: string
  thing: 'everything' | { action: string }
  decidedDay: Day
  reason: string
}

/** Noted some days after; before that the child was called something else. A twin is written down with it. */
export type StoryBirth = {
  bornDay: Day
  notedDay: Day
  before: string
  twin: { slug: string; givenName: string }
}

export type DemoChild = {
  slug: string
  givenName: string
  familyName: string
  protection: Protection
  born: Born
  /** Of a child who is born in the story: `born` is the day when it was expected. */
  birth?: StoryBirth
  municipality: MunicipalityCode
  /** Where the child is enrolled or listed: school, preschool, child health, midwifery. */
  placements: readonly string[]
  schoolYear?: string
  account?: string
  homes: readonly string[]
  guardians: readonly StoryGuardian[]
  importantAdults: readonly { person: string; called: string }[]
  kin: readonly { child: string; as: 'sibling' | 'half_sibling' }[]
  lead: { person: string; unit: string }
  /** Others in the unit who work with the child, or know it from every day. */
  assigned: readonly { person: string; unit: string; kind: 'ordinary' | 'work' }[]
  stage: Stage
  situation: string
  bars: readonly StoryBar[]
  noticings: readonly StoryNoticing[]
  talks: readonly FamilyTalk[]
  gathering?: { startedDay: Day; areas: readonly WheelArea[]; statements: readonly Statement[] }
  questions: readonly SourceQuestion[]
  analysis?: Analysis
  support?: OwnSupport
  handover?: Handover
  consent?: ConsentSheet
  meeting?: StoryMeeting
  plan?: StoryPlan
  closed?: { day: Day; outcome: 'thanked' | 'own_support' | 'plan_ended'; childFirst: string }
}
