import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { AgreementAnswer, Helped, PlanEnd, PlanPartState } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Box } from '#shared/vault.ts'
import { actionBody, followUpBody, goalBody, helpedBody } from './plan-bodies.ts'
import { partPlace } from './plan-store.ts'

/** A plan from its first day to its last, as far as the person may read it: each part as it was written last. */
export type PlanHistory = {
  startedOn: Day
  endedOn: Day | undefined
  endedBecause: PlanEnd | undefined
  goals: readonly SealedText[]
  actions: readonly PastAction[]
  followUps: readonly { heldOn: Day; words: SealedText | undefined; next: SealedText | undefined }[]
  /** What the child has said of the plan, and of whether it helped. */
  childAgreed: readonly { on: Day; answer: AgreementAnswer }[]
  childHelped: readonly { on: Day; what: SealedText; helped: Helped; words: SealedText | undefined }[]
}
export type PastAction = {
  what: SealedText
  /** None when the family did it itself; without a name when the place may not be told. */
  unit: { name: string | undefined } | undefined
  state: PlanPartState
}

type PlanRow = { id: string; made_at: Date; ended_at: Date | null; ended_because: PlanEnd | null }

/** Every plan that the child has had, the first first. */
export async function findPlanHistory(work: Work, childId: string): Promise<PlanHistory[]> {
  const { rows } = await sql<PlanRow>`
    select id, made_at, ended_at, ended_because from plan where child_id = ${childId} order by made_at, id`.execute(
    work.trx,
  )
  const box = rows.length > 0 ? await work.box(childId) : undefined
  const history: PlanHistory[] = []
  for (const row of rows) if (box) history.push(await historyOf(work, box, childId, row))
  return history
}

async function historyOf(work: Work, box: Box, childId: string, plan: PlanRow): Promise<PlanHistory> {
  const parts = await findLastParts(work, box, childId, plan.id)
  return {
    startedOn: swedishDay(plan.made_at),
    endedOn: plan.ended_at ? swedishDay(plan.ended_at) : undefined,
    endedBecause: plan.ended_because ?? undefined,
    goals: parts.goals,
    actions: [...parts.actions.values()],
    followUps: await findFollowUps(work, box, childId, plan.id),
    childAgreed: await findChildsAnswers(work, childId, plan.id),
    childHelped: await findChildsHelp(work, box, childId, plan.id, parts.actions),
  }
}

type PartRow = {
  part_id: string
  seal: number
  kind: 'goal' | 'action'
  unit_id: string | null
  unit_name: string | null
  state: PlanPartState | null
  body: Buffer
}

async function findLastParts({ trx }: Work, box: Box, childId: string, planId: string) {
  const { rows } = await sql<PartRow>`
    select * from (
      select distinct on (p.part_id) p.part_id, p.seal, p.kind, p.made_at, p.unit_id, u.name as unit_name, p.state, p.body
      from plan_part p left join unit_here u on u.id = p.unit_id
      where p.child_id = ${childId} and p.plan_id = ${planId} and p.kind in ('goal', 'action')
      order by p.part_id, p.written_at desc, p.to_at desc nulls first) last
    order by made_at, part_id`.execute(trx)
  const goals: SealedText[] = []
  const actions = new Map<string, PastAction>()
  for (const row of rows) {
    const place = partPlace(row.part_id, row.seal)
    if (row.kind === 'goal') goals.push(box.open(place, row.body, goalBody).words)
    else
      actions.set(row.part_id, {
        what: box.open(place, row.body, actionBody).what,
        unit: row.unit_id ? { name: row.unit_name ?? undefined } : undefined,
        state: row.state ?? 'ongoing',
      })
  }
  return { goals, actions }
}

async function findFollowUps({ trx }: Work, box: Box, childId: string, planId: string) {
  const { rows } = await sql<{ id: string; held_on: Day; body: Buffer }>`
    select id, held_on, body from follow_up
    where child_id = ${childId} and plan_id = ${planId} and held_on is not null order by held_on, noted_at`.execute(
    trx,
  )
  return rows.map(({ id, held_on, body }) => {
    const place = { table: 'follow_up', column: 'body', row: id, version: 1 }
    const { words, next } = box.open(place, body, followUpBody)
    return { heldOn: held_on, words, next }
  })
}

async function findChildsAnswers({ trx }: Work, childId: string, planId: string) {
  const { rows } = await sql<{ answer: AgreementAnswer; answered_at: Date }>`
    select answer, answered_at from agreement
    where child_id = ${childId} and plan_id = ${planId} and is_child order by answered_at, id`.execute(trx)
  return rows.map(({ answer, answered_at }) => ({ on: swedishDay(answered_at), answer }))
}

async function findChildsHelp(
  { trx }: Work,
  box: Box,
  childId: string,
  planId: string,
  actions: ReadonlyMap<string, PastAction>,
) {
  const { rows } = await sql<{
    id: string
    part_id: string
    helped: Helped
    body: Buffer | null
    noted_at: Date
  }>`
    select id, part_id, helped, body, noted_at from follow_up_part
    where child_id = ${childId} and plan_id = ${planId} and voice = 'child' and helped is not null
    order by noted_at, id`.execute(trx)
  return rows.flatMap(({ id, part_id, helped, body, noted_at }) => {
    const action = actions.get(part_id)
    const place = { table: 'follow_up_part', column: 'body', row: id, version: 1 }
    const words = body ? box.open(place, body, helpedBody).words : undefined
    return action ? [{ on: swedishDay(noted_at), what: action.what, helped, words }] : []
  })
}
