import { addDays, addMonths, ageOn, type Day } from '#shared/dates.ts'
import type { LadderStage, UnitKind } from '#shared/schema.ts'

/** Who is BBA in a stage of a child's life, from a day on, and where that is said. The county changes them. */
export type LadderRule = {
  stage: LadderStage
  from: Day
  /** The first one that there is. */
  kinds: readonly UnitKind[]
  /** From this birthday nobody is, by the ladder. */
  untilAge: number
  source: string
}

/** Where a child is from a day, and until a day when it is there no longer. */
export type Place = { kind: UnitKind; from: Day; until: Day | undefined }

/** What the ladder goes by. `places`: undefined where nothing is known of them. */
export type Growing = {
  bornOn: Day | undefined
  expectedOn: Day | undefined
  places: readonly Place[] | undefined
}

const autumn = (bornOn: Day, age: number, begins: string): Day =>
  `${Number(bornOn.slice(0, 4)) + age}-${begins}`
/** Förskoleklass begins in the autumn of the year in which the child turns six (skollagen 7 kap. 10 §). */
const schoolBegins = (bornOn: Day): Day => autumn(bornOn, 6, '08-01')
/** It may be put off for a year, and the child goes on in preschool (7 kap. 10 §). */
const beginsAtLast = (bornOn: Day): Day => autumn(bornOn, 7, '08-01')
/** Who has not begun a gymnasium is known when its autumn has. */
const schoolEnds = (bornOn: Day): Day => autumn(bornOn, 16, '09-01')

export const isThere = ({ from, until }: Place, day: Day): boolean =>
  from <= day && (until === undefined || until > day)

/**
 * Where in life a child is on a day. The school that it goes to decides before the years do. Two stages, where nobody
 * knows whether it goes to a gymnasium; none, where nothing is known.
 */
export function stagesOn({ bornOn, expectedOn, places }: Growing, day: Day): readonly LadderStage[] {
  if (bornOn === undefined) return expectedOn === undefined ? [] : ['unborn']
  const isAt = (kind: UnitKind) =>
    places?.some((place) => place.kind === kind && isThere(place, day)) ?? false
  if (isAt('upper_secondary_school')) return ['upper_secondary']
  if (isAt('compulsory_school')) return ['compulsory_school']
  if (day < (isAt('preschool') ? beginsAtLast : schoolBegins)(bornOn)) return ['before_school']
  if (day < schoolEnds(bornOn)) return ['compulsory_school']
  return places ? ['out_of_school'] : ['upper_secondary', 'out_of_school']
}

/** The kinds of units that are BBA for a child on a day, by the rules that hold on that day. */
export function kindsOn(rules: readonly LadderRule[], child: Growing, day: Day): readonly UnitKind[] {
  const age = child.bornOn === undefined ? 0 : ageOn(child.bornOn, day)
  return stagesOn(child, day).flatMap((stage) => {
    const rule = ruleOn(rules, stage, day)
    return rule && age < rule.untilAge ? rule.kinds : []
  })
}

/** The latest whose day has come; the rules stand in the order they were added. */
const ruleOn = (rules: readonly LadderRule[], stage: LadderStage, day: Day): LadderRule | undefined =>
  rules
    .filter((rule) => rule.stage === stage && rule.from <= day)
    .reduce<LadderRule | undefined>((best, rule) => (best && best.from > rule.from ? best : rule), undefined)

/** As `kindsOn`, for a child of whom only the years are known: taken to be halfway to the next birthday. */
export const kindsByAge = (
  rules: readonly LadderRule[],
  age: number | undefined,
  unborn: boolean,
  day: Day,
): readonly UnitKind[] =>
  kindsOn(
    rules,
    {
      bornOn: unborn || age === undefined ? undefined : addMonths(day, -12 * age - 6),
      expectedOn: unborn ? day : undefined,
      places: undefined,
    },
    day,
  )

/** The first day after one, and at the latest another, on which other kinds of units become BBA. */
export function nextStep(
  rules: readonly LadderRule[],
  child: Growing,
  { after, until }: { after: Day; until: Day },
): { on: Day; kinds: readonly UnitKind[] } | undefined {
  const now = String(kindsOn(rules, child, after))
  for (let on = addDays(after, 1); on <= until; on = addDays(on, 1)) {
    const kinds = kindsOn(rules, child, on)
    if (String(kinds) !== now) return { on, kinds }
  }
  return undefined
}

/** Among the places of a known child the one that is BBA: by the ladder, else any of them. */
export const placeByLadder = <P extends { kind: UnitKind }>(
  places: readonly P[],
  kinds: readonly UnitKind[],
): P | undefined => kinds.flatMap((kind) => places.filter((place) => place.kind === kind))[0] ?? places[0]
