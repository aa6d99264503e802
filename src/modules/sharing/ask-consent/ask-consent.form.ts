import { z } from 'zod'
import { wheelAreas } from '#modules/knowledge'
import { dayWithYear } from '#shared/dates.ts'
import { check, day, type FieldErrors, mayChoose, mayDay, mayTell, submission, told } from '#shared/fields.ts'
import { many, onlyLooks, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { ChildPart, WheelArea } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import {
  type Exception,
  exceptionKinds,
  hasSigners,
  languageCodes,
  latestDay,
  requiredSigners,
  type Signers,
} from '../consent.ts'
import type { ConsentBasis } from '../consent-store.ts'
import { endsInTime, measureCodes, missingFor } from '../exception.ts'
import type { AskForm } from './ask-consent.ts'

export const childParts = ['none', 'heard', 'together', 'alone'] as const satisfies readonly ChildPart[]

// Apart, so that one mistake does not hide another.
const first = z.object({
  purpose: told('Skriv varför ni vill kunna prata med varandra. En mening räcker.', 1000),
})
const rest = z.object({
  submission,
  lastDay: day('Välj en dag, till exempel 2027-05-31'),
  language: mayChoose(languageCodes),
  interpreter: z.literal('ja').optional().catch(undefined),
  childPart: mayChoose(childParts),
  maturity: mayTell(1000),
  exceptionWhy: mayTell(1000),
  exceptionBy: mayTell(200),
  exceptionNumber: mayTell(100),
  exceptionMeasure: mayChoose(measureCodes),
  exceptionOn: mayDay('Välj dagen då det bestämdes'),
  exceptionUntil: mayDay('Välj den sista dagen, till exempel 2027-01-31'),
})

export type AskInput = {
  submission: string
  purpose: SealedText
  lastDay: string
  language: string
  interpreter: boolean
  childPart: ChildPart
  lines: readonly { unitId: string; areas: readonly WheelArea[] }[]
  signers: Signers
  basis: ConsentBasis
}

/** Before birth the child has no part; a grown-up decides alone. */
const partIn = ({ stage }: AskForm, chosen: ChildPart | undefined): ChildPart =>
  stage === 'unborn' ? 'none' : stage === 'adult' ? 'alone' : (chosen ?? 'heard')

/** Reads what was asked, beside what it stands on. */
export function readAsk(form: ReadForm, now: AskForm): Result<AskInput, FieldErrors> {
  if (onlyLooks(form.typed)) return fail({})
  const { typed } = form
  const lines = now.units
    .filter(({ id }) => many(typed, 'units').includes(id))
    .map(({ id, name }) => ({ unitId: id, name, areas: readAreas(many(typed, `areas-${id}`)) }))
  const exceptions = now.guardians.flatMap(({ personId }) =>
    exceptionKinds
      .filter((kind) => many(typed, `exception-${personId}`).includes(kind))
      .map((kind) => ({ personId, kind })),
  )
  const why = check(form, first)
  const read = check(form, rest)
  const wrong: Record<string, string> = { ...(why.ok ? {} : why.error), ...(read.ok ? {} : read.error) }
  if (lines.length === 0) wrong['units'] = 'Välj minst en verksamhet'
  for (const { unitId, name, areas } of lines)
    if (areas.length === 0) wrong[`areas-${unitId}`] = `Välj minst ett område för ${name}`
  if (!read.ok) return fail(wrong)

  const childPart = partIn(now, read.value.childPart)
  const barred = now.guardians
    .filter(({ barred: all, barredFrom }) => all || lines.some(({ unitId }) => barredFrom.includes(unitId)))
    .map(({ personId }) => personId)
  const { stage, guardians, today, child } = now
  const signers = requiredSigners({ stage, childPart, guardianships: guardians, barred, exceptions })
  const latest = latestDay(today, child.bornOn, signers)
  if (!hasSigners(signers))
    wrong['form'] = 'Ingen kan svara på det här sättet. Läs igenom vilka som ska säga ja, och barnets del.'
  if (read.value.lastDay <= today || read.value.lastDay > latest)
    wrong['lastDay'] = `Välj en dag från i morgon till och med den ${dayWithYear(latest)}`
  if (needsMaturity(now, childPart) && !read.value.maturity)
    wrong['maturity'] = 'Skriv kort hur ni vet att barnet förstår frågan'
  if (exceptions.length > 0) Object.assign(wrong, wrongException(exceptions, read.value))
  if (!why.ok || Object.keys(wrong).length > 0) return fail(wrong)
  const { maturity, language = 'sv', interpreter, submission: id, lastDay } = read.value
  return ok({
    submission: id,
    lastDay,
    ...why.value,
    language,
    interpreter: interpreter === 'ja',
    childPart,
    lines,
    signers,
    basis: { maturity, exceptions, ...(exceptions.length > 0 && decisionIn(read.value)) },
  })
}

type Read = z.infer<typeof rest>

const decisionIn = (read: Read) => ({
  why: read.exceptionWhy,
  decidedBy: read.exceptionBy,
  decidedOn: read.exceptionOn,
  number: read.exceptionNumber,
  measure: read.exceptionMeasure,
  until: read.exceptionUntil,
})

const needed = {
  decidedOn: ['exceptionOn', 'Välj dagen då det bestämdes'],
  number: ['exceptionNumber', 'Skriv beslutets nummer'],
  measure: ['exceptionMeasure', 'Välj vad nämnden har bestämt'],
} as const

function wrongException(exceptions: readonly Exception[], read: Read): Record<string, string> {
  const { why, decidedBy, until, ...known } = decisionIn(read)
  const wrong: Record<string, string> = {}
  if (!why) wrong['exceptionWhy'] = 'Skriv varför'
  if (!decidedBy) wrong['exceptionBy'] = 'Skriv vem som har bestämt det'
  for (const [field, message] of missingFor(exceptions, known).map((need) => needed[need]))
    wrong[field] = message
  if (!until) wrong['exceptionUntil'] = 'Välj hur länge det gäller'
  else if (!endsInTime(read.lastDay, until))
    wrong['lastDay'] = `Undantaget gäller till och med den ${dayWithYear(until)}. Välj en dag senast då.`
  return wrong
}

const needsMaturity = ({ stage }: AskForm, part: ChildPart) =>
  stage === 'minor' && (part === 'together' || part === 'alone')

const readAreas = (chosen: readonly string[]): WheelArea[] =>
  wheelAreas.filter((area) => chosen.includes(area))
