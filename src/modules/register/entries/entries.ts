import { type Act, audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import { swedishClock, swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Entry } from '../entry.ts'
import { findEntries, isRegistrar } from '../entry-store.ts'

/** `mark` says on every line of a file who took it out, and when. */
export type Register = { year: number; entries: readonly Entry[]; mark: string }

/** What the person's organisation has given and received in a year; this year when none is asked for. */
export function showRegister(
  deps: Deps,
  act: Extract<Act, 'register.list' | 'register.export'>,
  asking: Asking,
  wanted: number | undefined,
): Promise<Result<Register, Hidden | Misplaced>> {
  return audited(deps, act, asking, async (work): Promise<Result<Register, Hidden>> => {
    if (!(await isRegistrar(work))) return refuse.notAllowed()
    const year = wanted ?? Number(work.today.slice(0, 4))
    const { name, acting } = work.actor
    const mark = `${[name, acting].filter(Boolean).join(', ')}, ${swedishDay(work.at)} kl ${swedishClock(work.at)}`
    return ok({ year, entries: await findEntries(work, year), mark })
  })
}
