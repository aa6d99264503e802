import { sql } from 'kysely'
import { dailyLimits, type Work } from '#modules/audit'
import type { Child } from '#modules/children'
import { personOf } from '#shared/person.ts'
import type { SealedText } from '#shared/sealed.ts'

/** `nothing`: there is no plan to show, which is all that anybody learns. */
export type Broken =
  | { outcome: 'shown'; childId: string }
  | { outcome: 'nothing' | 'over' | 'no-reviewer' | 'not-fresh' | 'refused' }

type Asked = { id: string; number: Buffer; ground: string; why: SealedText }

/** Asks the rules for the plan of the child with this number. Whatever they answer, the reviewer reads why. */
export async function breakGlassFor(work: Work, { id, number, ground, why }: Asked): Promise<Broken> {
  const { trx, actor } = work
  // The same key whether there is a child or not.
  const place = { table: 'break_glass', column: 'body', row: id, version: 1 }
  const body = (await work.box(actor.personId)).seal(place, { why })
  const { rows } = await sql<{ outcome: Broken['outcome']; child: string | null }>`
    select * from break_glass(${number}::bytea, ${id}::uuid, ${ground}, ${body}::bytea,
      coalesce((select emergencies_a_day from my_limits()), ${dailyLimits.emergencies}))`.execute(trx)
  const { outcome, child } = rows[0] ?? { outcome: 'refused', child: null }
  if (outcome !== 'shown') return { outcome }
  return child ? { outcome, childId: child } : { outcome: 'nothing' }
}

type Row = {
  id: string
  given_name: string | null
  family_name: string | null
  born_on: string | null
  expected_on: string | null
  until: Date
}

/** The child whose plan the person has opened in an emergency, while the hour lasts. */
export async function findEmergencyChild({ trx }: Work): Promise<{ child: Child; until: Date } | undefined> {
  const { rows } = await sql<Row>`select * from emergency_child()`.execute(trx)
  const [row] = rows
  if (!row) return undefined
  const child = {
    id: row.id,
    person: personOf({ ...row, protection: 'none' }),
    bornOn: row.born_on ?? undefined,
    expectedOn: row.expected_on ?? undefined,
    provisional: false,
  }
  return { child, until: row.until }
}
