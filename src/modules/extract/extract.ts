import type { Day } from '#shared/dates.ts'
import type { SealedText } from '#shared/sealed.ts'

/** Something that is written, as one part of what may be given. */
export type Part = {
  id: string
  /** What may be barred for somebody: the thing itself, and the unit that did it. */
  things: readonly string[]
  title: string
  day: Day
  /** Who wrote it, or what it concerns. */
  by: string | undefined
  /** The unit that it is about, apart: where a place is hidden it is left out. */
  whose: SealedText | undefined
  texts: readonly SealedText[]
}

/** What a part says, whose it is first. */
export const wordsOf = ({ whose, texts }: Pick<Part, 'whose' | 'texts'>): SealedText[] => [
  ...(whose ? [whose] : []),
  ...texts,
]

/** What somebody has asked one unit for. */
export type Extract = {
  id: string
  secrecyUnitId: string
  /** As the one who asked may read it; undefined in the oldest, which the carrying unit answered. */
  unit: string | undefined
  askedOn: Day
  dueOn: Day
  isAnswered: boolean
}

/** The same, for the one in the unit who looks through it. */
export type ToReview = { dueOn: Day; isAnswered: boolean; askedBy: string }

/** Those that can be asked now: everybody when nothing waits, else only who has not been asked yet. */
export const toAsk = (keepers: readonly string[], extracts: readonly Extract[]): string[] =>
  extracts.every(({ isAnswered }) => isAnswered)
    ? [...keepers]
    : keepers.filter((wall) => !extracts.some(({ secrecyUnitId }) => secrecyUnitId === wall))

export const holdGrounds = ['may_harm', 'other_person', 'childs_trust', 'law'] as const
export type HoldGround = (typeof holdGrounds)[number]
export const holdWords: Readonly<Record<HoldGround, string>> = {
  may_harm: 'Håll inne: det kan skada barnet eller någon annan',
  other_person: 'Håll inne: det handlar om någon annan',
  childs_trust: 'Håll inne: barnet har berättat det i förtroende',
  law: 'Håll inne: en annan regel om sekretess',
}

/** What is written about a child, in the words of the register. */
export const partTitles: Readonly<Record<string, string>> = {
  noticing: 'Något som har uppmärksammats',
  statement: 'I Barnets bästa-hjulet',
  work_note: 'Anteckning',
  analysis: 'Analys',
  support: 'Stöd',
  source_question: 'Fråga till en annan verksamhet',
  source_answer: 'Svar från en annan verksamhet',
  message: 'Meddelande',
  goal: 'Mål i planen',
  action: 'Insats i planen',
  contact: 'Kontakt i planen',
  reference: 'Hänvisning i planen',
  if_worse: 'Om det blir värre, i planen',
  meeting: 'Anteckningar från ett möte',
  meeting_words: 'Inför ett möte',
  agreement_reason: 'Varför du svarade så om planen',
  grant: 'En verksamhet som har fått ta del',
}

/** Nothing that is barred for the one who asked, whatever anybody has chosen. */
export const withoutBarred = <P extends Pick<Part, 'things'>>(
  parts: readonly P[],
  barred: ReadonlySet<string>,
): P[] => parts.filter(({ things }) => !things.some((thing) => barred.has(thing)))

/** Words in a body; codes, ids and days say what the title says. */
export const textsIn = (body: unknown): string[] => {
  if (typeof body === 'string') return /^[\w:.-]*$/.test(body) && !/^\p{Lu}/u.test(body) ? [] : [body]
  if (body === null || typeof body !== 'object') return []
  return Object.values(body).flatMap(textsIn)
}
