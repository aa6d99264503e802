import { sql as statement } from 'kysely'
import { afterAll, expect, inject } from 'vitest'
import { paths } from '#shared/paths.ts'
import { connect } from '#shared/pool.ts'
import { admin, as, deps, id, noon, setClock } from '#test/world.ts'
import type { RetentionRule } from '#tools/retention/rules-file.ts'

/** Arvid looks after the archive, Nadja decides in the board: each with a login of their own. */
async function login(name: string) {
  const { rows } = await statement<{ name: string }>`select current_database() as name`.execute(admin)
  const own = connect({
    ...inject('database').superuser,
    database: rows[0]?.name ?? '',
    max: 1,
  })
  await own.unsafe(`do $$ begin create role ${name} login in role kb_retention;
    exception when duplicate_object or unique_violation then null; end $$`)
  await own.unsafe(`set session authorization ${name}`)
  afterAll(() => own.end())
  return { sql: own, now: deps.now, newId: deps.newId }
}
export const arvid = await login('kb_test_arvid')
export const nadja = await login('kb_test_nadja')

const wall = (unit: string) => id(`wall ${unit}`)
export const ruleOf = (unit: string, more: Partial<RetentionRule> = {}): RetentionRule => ({
  kind: 'noticing_without_action',
  secrecyUnitId: wall(unit),
  months: 6,
  keepBornOn: [],
  decision: `${unit} 2026/12`,
  source: 'Förslag: R130–R134',
  validFrom: '2026-01-01',
  ...more,
})
export const recordOf = (unit: string, more: Partial<RetentionRule> = {}) =>
  ruleOf(unit, { kind: 'child_record', months: 60, source: 'SoL 12 kap. 1 §', ...more })
export const months = (count: number, minutes = 0) => {
  const moment = new Date(noon)
  moment.setUTCMonth(moment.getUTCMonth() + count)
  return new Date(moment.getTime() + minutes * 60_000)
}

/** Lisa's plan and matter have ended, at this moment. */
export const closeAll = () =>
  admin.transaction().execute(async (trx) => {
    const at = deps.now()
    const ends = statement<string>`tstzrange(lower(during), ${at.toISOString()}::timestamptz)`
    await trx.updateTable('plan').set({ ended_at: at, ended_because: 'goals_met' }).execute()
    await trx.updateTable('responsibility').set({ during: ends }).execute()
    await trx.updateTable('matter').set({ closed_at: at, outcome: 'plan_ended' }).execute()
  })

/** Petra tells Maja something about a child, and Maja thanks her: nothing more comes of it. */
export async function thanked(child: string, from: 'petra' | 'sofia' = 'petra') {
  await as(from).post(paths.noticing.noticeChild.to({ childId: child }), {
    sentence: 'Lisa ritar gärna.',
    ...(from === 'sofia' && { sharing: 'family_says_yes' }),
  })
  const row = await admin
    .selectFrom('noticing_handling')
    .select('item_id')
    .where('child_id', '=', child)
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow()
  const address = paths.noticing.receive.to({ childId: child, itemId: row.item_id })
  await as('maja').get(address)
  setClock(new Date(deps.now().getTime() + 3_600_000))
  const answer = await as('maja').post(address, { decision: 'thanked' })
  expect(answer.status).toBe(303)
  return row.item_id
}
