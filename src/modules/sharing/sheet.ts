import type { Day } from '#shared/dates.ts'
import type { Person } from '#shared/person.ts'
import type {
  ChildPart,
  ConsentAnswerKind,
  ConsentWay,
  GuardianKind,
  PartyPart,
  SecrecyKind,
  UnitKind,
  WheelArea,
} from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Place } from '#shared/vault.ts'
import { type LineState, lineState, type OwnState, ownState } from './consent.ts'

/** One question to the family: why, which units, which areas, until when. Each signer answers for each unit. */
export type Sheet = {
  id: string
  childId: string
  purpose: SealedText
  /** The wording that was shown when the question was asked. */
  textVersion: string
  language: string
  interpreter: boolean
  childPart: ChildPart
  askedOn: Day
  /** The last day it holds. */
  lastDay: Day
  over: boolean
  lines: readonly Line[]
  /** Those whose answer the reader may see: a signer sees only itself. */
  signers: readonly Signer[]
  /** How many answers there are, of those the reader may see: a form that saw fewer is old. */
  answered: number
}

export type Line = {
  unitId: string
  name: string
  kind: UnitKind
  secrecyKind: SecrecyKind
  areas: readonly WheelArea[]
  /** What nobody has struck, as far as the reader sees. */
  left: readonly WheelArea[]
  /** The latest answer of each signer. */
  answers: readonly Answer[]
  /** When a child that does not sign last said no. Only those who carry the matter ever see this. */
  childSaidNoOn: Day | undefined
  /** The living part, on this consent. */
  grant: { id: string; part: PartyPart } | undefined
  wasLetIn: boolean
}

export type Signer = {
  id: string
  isChild: boolean
  /** The guardian; undefined for the child itself, who has the sheet's own name. */
  person: Person | undefined
  called: string | undefined
}

export type Answer = {
  signerId: string
  answer: ConsentAnswerKind
  struck: readonly WheelArea[]
  way: ConsentWay
  answeredOn: Day
  language: string
  interpreted: boolean
  notedBy: string
}

export type GuardianOfChild = {
  personId: string
  person: Person
  kind: GuardianKind
  called: string
  told: boolean
  /** Wholly barred; only those who carry the matter ever see this. */
  barred: boolean
  /** Things barred for this guardian: items, and units. */
  barredFrom: readonly string[]
}

/** Where what is written on a sheet lies sealed. */
export const placeOf = (
  table: 'consent' | 'consent_basis' | 'consent_answer' | 'consent_child_no',
  row: string,
): Place => ({
  table,
  column: 'body',
  row,
  version: 1,
})

const factsOf = ({ signers, over }: Sheet, { answers, grant, wasLetIn }: Line) => ({
  answers: signers.map(({ id }) => answers.find(({ signerId }) => signerId === id)?.answer),
  over,
  letIn: grant !== undefined,
  wasLetIn,
})

export const leadState = (sheet: Sheet, line: Line): LineState => lineState(factsOf(sheet, line))

export const signerState = (sheet: Sheet, line: Line): OwnState => ownState(factsOf(sheet, line))

/** A child that signs answers like any other signer; one that does not can always say no. */
export const childSaysNoOnly = ({ signers }: Sheet): boolean => !signers.some(({ isChild }) => isChild)

export const answerOf = (line: Line, signer: Signer): Answer | undefined =>
  line.answers.find(({ signerId }) => signerId === signer.id)
