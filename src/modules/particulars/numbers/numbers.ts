import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { findSealedNumbers } from '#modules/protection'
import { mayDecide, mayWork } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { isExpected, mayHaveTwin } from '../birth.ts'
import { withDays } from '../days.ts'
import { type Identifier, identifierIn, isPersonKind, systems } from '../identifier.ts'
import {
  answerNumber,
  type ChildNumber,
  findNumbers,
  writeNumber,
  writeSealedNumber,
} from '../number-store.ts'
import type { NumberInput } from './numbers.form.ts'

export type Particulars = {
  child: Child
  numbers: readonly ChildNumber[]
  /** By the BBA or the function. Of a protected child the first number only, by those who are told: it lies with the mark. */
  writes: 'openly' | 'sealed' | undefined
  hasSealed: boolean
  /** What birth can change: one that is expected, or one who may have a twin. */
  birth: 'expected' | 'lately' | undefined
}

export const openParticulars = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<Particulars, Hidden | Misplaced>> =>
  audited(deps, 'particulars.open', asking, (work) => particularsOf(work, asking))

async function particularsOf(work: Work, { childId }: AskingOfChild): Promise<Result<Particulars, Hidden>> {
  const known = await openChild(work, childId, mayWork)
  if (!known.ok) return known
  const { child, standing } = known.value
  const dated = mayDecide(standing) ? await withDays(work, child) : undefined
  const writes = dated && (dated.identity ? 'sealed' : 'openly')
  const hasSealed = writes === 'sealed' && (await findSealedNumbers(work, childId)).length > 0
  const birth = dated && whatBirthChanges(dated, work.today)
  return ok({ child, numbers: await findNumbers(work, childId), writes, hasSealed, birth })
}

const whatBirthChanges = (child: Child, today: Day): Particulars['birth'] =>
  isExpected(child) ? 'expected' : mayHaveTwin(child, today) ? 'lately' : undefined

const hashWith =
  ({ keys }: Deps) =>
  (digits: string) =>
    keys.hash('identifier', digits)

/** Writes down a number. The first holds at once; one that takes the place of another when a colleague has looked too. */
export const addNumber = (
  deps: Deps,
  asking: AskingOfChild,
  input: Result<NumberInput, FieldErrors>,
): Promise<Sent<Particulars>> =>
  audited(deps, 'particulars.write-number', asking, async (work): Promise<Sent<Particulars>> => {
    const now = await particularsOf(work, asking)
    if (!now.ok) return now
    if (!now.value.writes) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(now.value, input.error)
    const { submission: id, number, source, why, ...typed } = input.value
    const identifier = identifierIn({ ...typed, text: number }, work.today)
    const faults = faultsOf(now.value, identifier, input.value)
    if (!identifier || faults) return refuse.invalid(now.value, faults ?? {})
    const { childId } = asking
    if (now.value.writes === 'sealed') {
      const done = await writeSealedNumber(work, hashWith(deps), childId, identifier)
      return done ? ok(paths.particulars.show.to({ childId })) : refuse.notAllowed()
    }
    const written = { ...identifier, id, childId, source, corrects: why === 'wrong' }
    const how = await writeNumber(work, hashWith(deps), written)
    if (how === 'same') return refuse.invalid(now.value, { number: 'Det numret står här redan' })
    if (how === 'no') return refuse.conflict(now.value)
    work.about(id)
    return ok(paths.particulars.show.to({ childId }))
  })

/** The register has told that the number has taken another's place: a colleague looks too. False: it cannot be written now. */
export async function writeTold(
  deps: Deps,
  work: Work,
  { childId, id, value }: { childId: string; id: string; value: string },
): Promise<boolean> {
  const told = { id, childId, system: systems.person, value, source: 'register', corrects: false } as const
  return (await writeNumber(work, hashWith(deps), told)) !== 'no'
}

function faultsOf(
  { numbers }: Particulars,
  identifier: Identifier | undefined,
  { submission, level, why }: NumberInput,
): FieldErrors | undefined {
  if (!identifier) return { number: 'Det finns inget sådant nummer. Se efter en gång till.' }
  if (identifier.system === systems.coordination && !level)
    return { level: 'Välj hur säkert det är vem barnet är. Det står i beskedet från Skatteverket.' }
  const takesPlace = numbers.some(({ id, system, until, waits }) => {
    const stands = until === undefined && !waits && id !== submission
    return stands && isPersonKind(system) && isPersonKind(identifier.system)
  })
  return takesPlace && !why ? { why: 'Välj varför numret blir ett annat' } : undefined
}

/** What a colleague says of a number that waits. Answered already: nothing more happens. */
export const answerWaiting = (
  deps: Deps,
  asking: AskingOfChild,
  numberId: string,
  yes: boolean,
): Promise<Result<string, Hidden | Misplaced>> =>
  audited(deps, 'particulars.answer-number', asking, async (work): Promise<Result<string, Hidden>> => {
    const now = await particularsOf(work, asking)
    if (!now.ok) return now
    const here = ok(paths.particulars.show.to(asking))
    const waiting = now.value.numbers.find(({ id }) => id === numberId)
    if (!waiting?.waits) return here
    work.about(numberId)
    return (await answerNumber(work, hashWith(deps), asking.childId, numberId, yes))
      ? here
      : refuse.notAllowed()
  })
