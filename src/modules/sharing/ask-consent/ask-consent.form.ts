import { z } from 'zod'
import { wheelAreas } from '#modules/knowledge'
import { dayWithYear } from '#shared/dates.ts'
import { check, day, type FieldErrors, mayChoose, mayTell, submission, told } from '#shared/fields.ts'
import { many, type ReadForm } from '#shared/form-reading.ts'
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
  basis: {
    maturity: SealedText | undefined
    exceptions: readonly Exception[]
    why: SealedText | undefined
  }
}

/** Before birth the child has no part; a grown-up decides alone. */
const partIn = ({ stage }: AskForm, chosen: ChildPart | undefined): ChildPart =>
  stage === 'unborn' ? 'none' : stage === 'adult' ? 'alone' : (chosen ?? 'heard')

/** Reads what was asked, beside what it stands on. */
export function readAsk(form: ReadForm, now: AskForm): Result<AskInput, FieldErrors> {
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
  if (exceptions.length > 0 && !read.value.exceptionWhy)
    wrong['exceptionWhy'] = 'Skriv varför, och vem som har bestämt det'
  if (!why.ok || Object.keys(wrong).length > 0) return fail(wrong)
  const { maturity, exceptionWhy, language = 'sv', interpreter, ...asked } = read.value
  return ok({
    ...asked,
    ...why.value,
    language,
    interpreter: interpreter === 'ja',
    childPart,
    lines,
    signers,
    basis: { maturity, exceptions, why: exceptionWhy },
  })
}

const needsMaturity = ({ stage }: AskForm, part: ChildPart) =>
  stage === 'minor' && (part === 'together' || part === 'alone')

const readAreas = (chosen: readonly string[]): WheelArea[] =>
  wheelAreas.filter((area) => chosen.includes(area))
