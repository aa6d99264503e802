import { digestOfRule } from '#modules/audit'
import type { LadderStage, UnitKind } from '#shared/schema.ts'
import { PlainError } from '../../src/plain-error.ts'
import { type Does, putIn } from './put-in.ts'

// Who is BBA in each stage of a child's life, as the county decides it and the operator puts it in.

const stages: Readonly<Record<string, LadderStage>> = {
  ofodd: 'unborn',
  'fore-skolan': 'before_school',
  grundskolan: 'compulsory_school',
  gymnasiet: 'upper_secondary',
  'utan-skola': 'out_of_school',
}
const kinds: Readonly<Record<string, UnitKind>> = {
  barnmorska: 'midwifery',
  bvc: 'child_health',
  forskola: 'preschool',
  grundskola: 'compulsory_school',
  gymnasium: 'upper_secondary_school',
  kaa: 'activity_responsibility',
}
const choice = (words: object) => Object.keys(words).join('|')
export const ladderHowTo = `${choice(stages)} ${choice(kinds)}[,...] ÅLDER DAG "KÄLLA"`

export type Rung = {
  stage: LadderStage
  valid_from: string
  kinds: UnitKind[]
  until_age: number
  source: string
  added_by: string
}

/** Every rule there has been and will be, stage by stage and the oldest first. */
export const listLadder = ({ sql }: Pick<Does, 'sql'>): Promise<Rung[]> => sql<Rung[]>`
  select stage, valid_from::text, kinds::text[], until_age, source, added_by from ladder_rules()`

/** Puts in a rule: `fore-skolan forskola,bvc 18 2027-08-01 "Styrgruppen 2027/3"`. */
export async function decideRung(does: Does, words: readonly string[]): Promise<void> {
  const [stageWord = '', kindWords = '', age = '', from = '', source = ''] = words
  const stage = Object.hasOwn(stages, stageWord) && stages[stageWord]
  const who = kindWords.split(',').flatMap((word) => (Object.hasOwn(kinds, word) ? (kinds[word] ?? []) : []))
  const isWhole =
    who.length === kindWords.split(',').length &&
    /^([1-9]|1\d|2[01])$/.test(age) &&
    /^\d{4}-\d\d-\d\d$/.test(from) &&
    source.trim()
  if (!stage || !isWhole || words.length > 5) throw new PlainError(`Så här kan man skriva: ${ladderHowTo}`)

  const rule = does.newId()
  const { event, at, digest, login } = await putIn(does, rule)
  const until_age = Number(age)
  const values = digestOfRule({
    ...{ id: rule, stage, valid_from: from, kinds: who, until_age, source },
    ...{ added_at: at, added_by: login },
  })
  const [put] = await does.sql<{ in: boolean }[]>`
    select decide_ladder(${rule}, ${stage}, ${from}, ${who}::text[]::unit_kind[], ${until_age}, ${source}, ${at}, ${event},
      decode(${digest}, 'hex'), decode(${values}, 'hex')) as in`
  if (!put?.in) throw new PlainError(`${from} har redan varit. Det som har gällt ändras inte i efterhand.`)
}

const wordOf = (words: object, value: string) =>
  Object.entries(words).find(([, meant]) => meant === value)?.[0] ?? value

/** One line for people to read. */
export const tellRung = (one: Rung): string =>
  `${wordOf(stages, one.stage)}: ${one.kinds.map((kind) => wordOf(kinds, kind)).join(',')} till ${one.until_age} år, från ${one.valid_from} (${one.source}, inlagt av ${one.added_by})`
