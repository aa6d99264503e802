import { sql } from 'kysely'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { admin, engagementOf, id, lisa, noon, setClock, world } from '#test/world.ts'

// Lisa has a plan, and turns eighteen tomorrow. After each race everything is as it was.

export async function arrangeRace() {
  await world()
  await lisaWithPlan()
  await admin.updateTable('child').set({ born_on: '2008-11-25' }).where('id', '=', lisa).execute()
  await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('petra')).execute()
  await admin
    .insertInto('assignment')
    .values({
      child_id: lisa,
      id: id('petra works'),
      kind: 'work',
      engagement_id: engagementOf('petra'),
      secrecy_unit_id: id('wall furuskolan'),
      given_by: id('maja'),
      valid_from: new Date('2026-11-01T08:00:00Z'),
    })
    .execute()
}

/** Gives everything back that a race took. */
export async function restore() {
  setClock(noon)
  await sql`
    with answers as (delete from consent_answer where answer = 'withdrawn'),
      tasks as (delete from task), bars as (update bar set ended_at = ${noon} where ended_at is null), events as (delete from plan_event),
      said as (delete from agreement), notes as (delete from item_version where child_id = ${lisa}),
      guardians as (update guardianship set valid_to = null where valid_to is not null),
      employed as (update engagement set valid_to = null where valid_to is not null),
      sessions as (update session set ended_at = null, last_seen_at = ${noon} where ended_at is not null or last_seen_at > ${noon}),
      works as (update assignment set valid_to = null where valid_to is not null),
      complete as (update consent_unit set complete_since = ${noon} where complete_since is null),
      grants as (update access_grant set ended_at = null, ended_by = null where ended_at is not null),
      plans as (update plan set ended_at = null, ended_because = null where ended_at is not null)
    select`.execute(admin)
  await sql`delete from item where child_id = ${lisa}`.execute(admin)
}
