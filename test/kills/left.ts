import { sql } from 'kysely'
import { swedishDay } from '#shared/dates.ts'
import { admin } from '#test/world.ts'
import { checkHistory, checkMatters } from '#tools/simulate/check.ts'

/** How many rows there are of each; what there is one of stands as 1. */
const most = async (from: ReturnType<typeof sql>, per: ReturnType<typeof sql>) => {
  const { rows } = await sql<{ rows: number; most: number }>`
    select coalesce(sum(n), 0)::int as rows, coalesce(max(n), 0)::int as most
    from (select count(*) as n from ${from} group by ${per}) counted`.execute(admin)
  return rows[0] ?? { rows: 0, most: 0 }
}
const tasks = (kind: string, per = sql`child_id, about_id`) => most(sql`task where kind = ${kind}`, per)

/** What is there once for each thing that somebody or a job did. */
export const doneOnce = async () => ({
  openMatters: await most(sql`matter where closed_at is null`, sql`child_id`),
  noticings: await most(sql`item where kind = 'noticing'`, sql`id`),
  toReceive: await tasks('receive_noticing'),
  transitions: await tasks('plan_handover', sql`child_id`),
  lapsed: await tasks('see_to_handover', sql`child_id`),
  fromRegister: await most(sql`register_says`, sql`child_id, fact, person_id, told_at`),
  toRead: await tasks('read_register'),
})

/** Children who have not exactly one BBA, now or at any moment since it began. */
export async function withoutLead(at: Date) {
  const { matters, wrong } = await checkMatters(admin, { at, today: swedishDay(at), all: true })
  return { matters, wrong: [...wrong, ...(await checkHistory(admin))] }
}

/** Of these, the ones that the database does not hold. */
export async function lost(itemIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...itemIds]}::uuid[]) id where not exists (select from item i where i.id = id.id)`.execute(
    admin,
  )
  return rows.map(({ id }) => id)
}
