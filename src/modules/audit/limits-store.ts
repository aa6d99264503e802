import { sql } from 'kysely'
import type { Asking } from '#shared/asking.ts'
import type { Entered } from '#shared/db.ts'
import { refuse } from '#shared/refusal.ts'
import type { Act } from './acts.ts'
import { asksOf, dailyLimits, isFreshToBegin, stopOf } from './limits.ts'

type Row = {
  signed_in_at: Date
  children: number
  reasons: number
  exports: number
  children_a_day: number | null
  exports_a_day: number | null
}

/** Refuses what needs a newer sign-in, or is more than a day of work needs. The log is what counts. */
export async function stopped(act: Act, { childId }: Asking, { trx, at, actor }: Entered) {
  const asked = asksOf(act, { isStaff: actor?.kind === 'staff', childId })
  if (!asked) return undefined
  const { rows } =
    await sql<Row>`select * from my_day(string_to_array(${asked.exports.join(',')}, ',')) left join my_limits() on true`.execute(
      trx,
    )
  const [day] = rows
  if (!day) return undefined
  const limits = {
    ...dailyLimits,
    children: day.children_a_day ?? dailyLimits.children,
    exports: day.exports_a_day ?? dailyLimits.exports,
  }
  const stop = stopOf(act, asked, { ...day, signedInAt: day.signed_in_at }, at, limits)
  return stop && refuse.stopped(stop)
}

/** For those whose words are not kept on the way to a new sign-in: may they begin now, or sign in first? */
export async function mayBegin({ trx, at }: Pick<Entered, 'trx' | 'at'>, act: Act): Promise<boolean> {
  const { rows } = await sql<{ signed_in_at: Date | null }>`select signed_in_at()`.execute(trx)
  const signedInAt = rows[0]?.signed_in_at
  return signedInAt != null && isFreshToBegin(act, signedInAt, at)
}
