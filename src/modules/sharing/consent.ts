import type { Child } from '#modules/children'
import { addMonths, type Day } from '#shared/dates.ts'
import type { ChildPart, ConsentAnswerKind, GuardianKind, WheelArea } from '#shared/schema.ts'

/** Why a guardian need not sign. Each stands with its ground in the consent's basis, which the family never sees. */
export const exceptionKinds = ['prevented', 'board_decision', 'protected_housing', 'placed'] as const
export type ExceptionKind = (typeof exceptionKinds)[number]
export type Exception = { personId: string; kind: ExceptionKind }

/** Before birth, under eighteen, or grown up. */
export type Stage = 'unborn' | 'minor' | 'adult'

export type SigningFacts = {
  stage: Stage
  childPart: ChildPart
  guardianships: readonly { personId: string; kind: GuardianKind }[]
  /** Those who must not know: of anything about the child, or of a unit on this sheet. */
  barred: readonly string[]
  exceptions: readonly Exception[]
}

export type Signers = { guardians: readonly string[]; child: boolean }

/** Custody that has been moved comes before the parents' own. */
const custodyOrder = ['appointed_guardian', 'good_man', 'guardian'] as const

/**
 * Who must say yes. A guardian who is barred or excepted is no signer, and leaves no empty place behind. Nobody at all:
 * the question cannot be asked this way.
 */
export function requiredSigners(facts: SigningFacts): Signers {
  const { stage, childPart, guardianships, barred, exceptions } = facts
  if (stage === 'adult' || (stage === 'minor' && childPart === 'alone')) return { guardians: [], child: true }
  const decides =
    stage === 'unborn'
      ? 'expecting_parent'
      : custodyOrder.find((kind) => guardianships.some((guardianship) => guardianship.kind === kind))
  const away = new Set([...barred, ...exceptions.map(({ personId }) => personId)])
  const guardians = guardianships
    .filter(({ kind, personId }) => kind === decides && !away.has(personId))
    .map(({ personId }) => personId)
  // A child alone signs alone only when that was decided, never because all others fell away.
  const child = stage === 'minor' && childPart === 'together' && guardians.length > 0
  return { guardians: [...new Set(guardians)], child }
}

export const hasSigners = ({ guardians, child }: Signers): boolean => child || guardians.length > 0

export function stageOf(
  { bornOn, expectedOn, grownUp }: Pick<Child, 'bornOn' | 'expectedOn' | 'grownUp'>,
  today: Day,
): Stage {
  if (grownUp) return 'adult'
  if (!bornOn || bornOn > today) return expectedOn || bornOn ? 'unborn' : 'minor'
  return eighteenOn(bornOn) <= today ? 'adult' : 'minor'
}

/** The day of turning eighteen; born on 29 February, that is 28 February, the last of the month (lag 1930:173, 1 §). */
export const eighteenOn = (bornOn: Day): Day => addMonths(bornOn, 18 * 12)

/** Twelve months at most; a guardian's yes no longer than the guardian decides. */
export function latestDay(today: Day, bornOn: Day | undefined, signers: Signers): Day {
  const year = addMonths(today, 12)
  if (!bornOn || signers.guardians.length === 0) return year
  const grown = eighteenOn(bornOn)
  if (grown < year) return grown
  return year
}

/** What a signer's new word means beside the one before: a no after a yes takes the yes back. */
export const answerToKeep = (
  before: ConsentAnswerKind | undefined,
  said: ConsentAnswerKind,
): ConsentAnswerKind => (said === 'no' && (before === 'yes' || before === 'withdrawn') ? 'withdrawn' : said)

/** What is left of the areas when the struck ones are gone. */
export const without = (areas: readonly WheelArea[], struck: readonly WheelArea[]): WheelArea[] =>
  areas.filter((area) => !struck.includes(area))

type LineFacts = {
  /** The latest answer of each signer; undefined where there is none yet. */
  answers: readonly (ConsentAnswerKind | undefined)[]
  /** The day has passed. */
  over: boolean
  /** The unit has its part now. */
  letIn: boolean
  /** The unit has, or has had, a part on this consent. */
  wasLetIn: boolean
}

export type LineState = 'waiting' | 'all_yes' | 'declined' | 'ended' | 'in_force'

/** Where a unit's consent stands, for those who carry the matter and see every answer. */
export function lineState({ answers, over, letIn }: LineFacts): LineState {
  if (over || answers.includes('withdrawn')) return 'ended'
  if (answers.includes('no')) return 'declined'
  if (answers.includes(undefined) || answers.length === 0) return 'waiting'
  return letIn ? 'in_force' : 'all_yes'
}

export type OwnState = 'waiting' | 'said_yes' | 'declined' | 'ended' | 'in_force'

/**
 * The same for a signer, who sees nobody else's answer, not even that there is another signer: a yes has been given, and
 * then the unit takes part, or no longer does.
 */
export function ownState({ answers: [mine], over, letIn, wasLetIn }: LineFacts): OwnState {
  if (over || mine === 'withdrawn') return 'ended'
  if (mine === undefined) return 'waiting'
  if (mine === 'no') return 'declined'
  return letIn ? 'in_force' : wasLetIn ? 'ended' : 'said_yes'
}

/** The languages a talk is most often held in; the sheet itself is in Swedish until there are others. */
export const languages = {
  sv: 'svenska',
  'sv-x-latt': 'lätt svenska',
  ssp: 'svenskt teckenspråk',
  ar: 'arabiska',
  so: 'somaliska',
  prs: 'dari',
  fa: 'persiska',
  ti: 'tigrinja',
  uk: 'ukrainska',
  en: 'engelska',
  bs: 'bosniska',
  sq: 'albanska',
  ckb: 'sorani',
  kmr: 'kurmanji',
  pl: 'polska',
  ru: 'ryska',
  fi: 'finska',
  rom: 'romani',
  other: 'ett annat språk',
} as const
export type Language = keyof typeof languages
export const languageCodes = Object.keys(languages) as [Language, ...Language[]]
export const languageName = (code: string): string =>
  Object.entries(languages).find(([known]) => known === code)?.[1] ?? code
