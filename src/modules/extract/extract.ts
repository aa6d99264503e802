import { areaNames } from '#modules/knowledge'
import { type Day, dayWithYear, swedishDay } from '#shared/dates.ts'
import type { WheelArea } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import { isLanguage, languages } from '#ui/languages.ts'
import { message } from '#ui/message.ts'
import { listed, reader, say } from '#ui/say.tsx'
import { wordsInBody } from './codes.ts'
import { type As, kindTitles, told } from './told.ts'

/** What a column says, for people and for machines. `name` is the table and the column, as in the record of processing. */
export type Fact = { name: string; label: string; value: string; raw: string | boolean | readonly string[] }

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
  facts: readonly Fact[]
  /** What it said before it was changed, the oldest first. */
  earlier: readonly { day: Day; texts: readonly SealedText[] }[]
}

/** The same, for the one who looks through it. */
export type PartToReview = Part & {
  /** Somebody else than the child and the one who asks has said it, or it is about them. */
  isAboutOther: boolean
  /** The unit itself has decided that the one who asks must not know. */
  isBarred: boolean
}

/** What a part says, whose it is first. */
export const wordsOf = ({ whose, texts }: Pick<Part, 'whose' | 'texts'>): SealedText[] => [
  ...(whose ? [whose] : []),
  ...texts,
]

export const earlierTitle = (day: Day): string => say('Så stod det från den {day}', { day: dayWithYear(day) })

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

/** Nothing that is barred for the one who asked, whatever anybody has chosen. */
export const withoutBarred = <P extends Pick<Part, 'things'>>(
  parts: readonly P[],
  barred: ReadonlySet<string>,
): P[] => parts.filter(({ things }) => !things.some((thing) => barred.has(thing)))

/** What a part is called: what it is of its kind, or else what its table is. */
export function titleOf(lines: readonly { source: string; facts: Record<string, unknown> }[]): string {
  const kind = lines.find(({ source }) => source === 'item' || source === 'plan_part')?.facts['kind']
  const titles = lines.flatMap(({ source }) => told[source]?.title ?? [])
  return kindTitles[String(kind)] ?? titles[0] ?? message('Något som är skrivet')
}

/** What the columns of a row say; what is empty says nothing. */
export const factsOf = (source: string, row: Readonly<Record<string, unknown>>): Fact[] =>
  Object.entries(told[source]?.facts ?? {}).flatMap(([column, [label, as]]) => {
    const raw = rawOf(row[column])
    return raw === undefined ? [] : [{ name: `${source}.${column}`, label, value: inWords(raw, as), raw }]
  })

/** What a column says, in the reader's language. In Swedish, and where nobody tells it any longer, as it was given. */
export function saidOf({ name, value, raw }: Fact): string {
  const [source = '', column = ''] = name.split('.')
  const [, as] = told[source]?.facts?.[column] ?? []
  return reader().language === 'sv' || !as ? value : inWords(raw, as)
}

/** True when it is told as it was written, and not in words for a code or a day. */
export const isWritten = ({ name }: Pick<Fact, 'name'>): boolean => {
  const [source = '', column = ''] = name.split('.')
  return told[source]?.facts?.[column]?.[1] === 'text'
}

const rawOf = (value: unknown): Fact['raw'] | undefined => {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return Array.isArray(value) && value.length > 0 ? value.map(String) : undefined
}

const isArea = (code: string): code is WheelArea => code in areaNames.names

function inWords(raw: Fact['raw'], as: As): string {
  const codes = Array.isArray(raw) ? raw.map(String) : [String(raw)]
  switch (as) {
    case 'text':
      return listed(codes)
    case 'language':
      return listed(codes.map((code) => (isLanguage(code) ? languages[code].own : code)))
    case 'day':
      return dayWithYear(String(raw))
    case 'moment':
      return dayWithYear(swedishDay(new Date(String(raw))))
    case 'yes-no':
      return say(raw ? message('Ja') : message('Nej'))
    case 'areas':
      return listed(codes.map((code) => (isArea(code) ? say(areaNames.names[code]) : code)))
    default:
      return listed(codes.map((code) => (as[code] ? say(as[code]) : code)))
  }
}

const isId = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/
const isDay = /^\d{4}-\d\d-\d\d$/

/** Everything that a body says, in the order it lies there. Ids say nothing. */
export function textsIn(body: unknown, name = ''): string[] {
  if (typeof body === 'string') {
    if (body === '' || isId.test(body)) return []
    return [isDay.test(body) ? dayWithYear(body) : wordsInBody(name, body)]
  }
  if (Array.isArray(body)) return body.flatMap((one) => textsIn(one, name))
  if (body === null || typeof body !== 'object') return []
  return Object.entries(body).flatMap(([key, value]) => textsIn(value, key))
}
