import type { WheelArea } from '#modules/knowledge'
import type { Day } from '#shared/dates.ts'
import type { SourceAnswerKind } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'

/** One question to one other unit, or to an adult near the child who has no login. */
export type Question = {
  itemId: string
  matterId: string
  question: SealedText
  area: WheelArea
  fromUnitId: string
  fromUnit: string
  toUnitId: string | undefined
  toUnit: string | undefined
  toAdultId: string | undefined
  /** Who asked, and where the answer goes. */
  askedBy: string
  askedByEngagement: string | undefined
  askedOn: Day
  dueOn: Day
  consentId: string | undefined
  /** To an adult near the child: the family said yes to just this question. */
  onYes: boolean
  answer: SourceAnswerKind | undefined
  /** An answer has come by a link, whether somebody has taken it or not. */
  came: boolean
  answerItemId: string | undefined
  answeredOn: Day | undefined
}

/** A unit that can be asked, and the yes that the family has given for it. */
export type Source = {
  unitId: string
  name: string
  secrecyUnitId: string
  holderEngagementId: string
  standInEngagementId: string | undefined
  consent: { id: string; areas: readonly WheelArea[]; until: Date } | undefined
}

/** What rests on no consent may be read this long. */
export const questionDays = 90

/** May the question be asked with the family's yes? Only when everybody has said yes to the unit and to the area. */
export const consentCovers = ({ consent }: Source, area: WheelArea): boolean =>
  consent?.areas.includes(area) ?? false
