import { municipalities } from '#modules/knowledge'
import { addDays, swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { LocalKeyRing } from '#shared/keys.ts'
import type { Sql } from '#shared/pool.ts'
import type { DatabaseOptions } from '../../src/database-url.ts'
import { withoutWalls } from '../without-walls.ts'
import { checkedAfterwards } from './checked-afterwards.ts'
import { addChild, type MadeChild } from './child.ts'
import { keysInto } from './keys.ts'
import { layoutFor, placeOf } from './layout.ts'
import { rowsInto } from './rows.ts'
import { addStaff, type Staff, type Worker } from './staff.ts'

type Outside = Omit<Deps, 'pool'> & { keys: LocalKeyRing }
type Seed = { owner: DatabaseOptions; children: number; deps: Outside }

const batch = 2000

/** Fills the database with that many made-up children and all that is around them, beside what is there. */
export const seed = ({ owner, children, deps }: Seed): Promise<Seeded> =>
  withoutWalls(owner, async (trx, copy) => {
    await trx
      .insertInto('municipality')
      .values([...municipalities])
      .onConflict((on) => on.doNothing())
      .execute()
    return checkedAfterwards(trx, () => addAll(copy, children, deps))
  })

async function addAll(copy: Sql, children: number, deps: Outside): Promise<Seeded> {
  const { add, send } = rowsInto(copy)
  const { newId } = deps
  const now = deps.now()
  const keys = keysInto(add, deps)
  const today = swedishDay(now)
  const [since, lately] = [addDays(today, -5 * 365), addDays(today, -10)]
  const staff = addStaff({ add, keys, newId, since, lately }, layoutFor(children))
  const made: MadeChild[] = []
  for (let n = 0; n < children; n++) {
    made.push(addChild({ add, keys, newId, now, staff }, n))
    if (made.length % batch === 0) await send()
  }
  await send()
  return forBench(staff, made)
}

/** Somebody to measure as: whom they know, and the plans among them. */
type BenchPerson = Worker & { children: readonly string[]; plans: readonly BenchPlan[] }
type BenchPlan = {
  childId: string
  planId: string
  goalId: string
  actionId: string
  writes: boolean
}
export type Seeded = { children: number; teacher: BenchPerson; principal: BenchPerson; nurse: BenchPerson }

/** The people of the first school, who know 30, 400 and 800 children. */
function forBench({ principals, teachers, nurses }: Staff, made: readonly MadeChild[]): Seeded {
  const person = (
    worker: Worker | undefined,
    knows: (n: number) => boolean,
    writesAll: boolean,
  ): BenchPerson => {
    if (!worker) throw new Error('nobody to measure as')
    const known = made.filter(({ n }) => knows(n))
    const plans = known.flatMap(({ childId, plan }) =>
      plan
        ? [
            {
              childId,
              planId: plan.planId,
              goalId: plan.goalId,
              actionId: plan.actionId,
              writes: writesAll || plan.nurseWrites,
            },
          ]
        : [],
    )
    return { ...worker, children: known.map(({ childId }) => childId), plans }
  }
  const inFirstSchool = (n: number) => placeOf(n).school === 0
  return {
    children: made.length,
    teacher: person(teachers[0]?.[0], (n) => inFirstSchool(n) && placeOf(n).class === 0, true),
    principal: person(principals[0], inFirstSchool, true),
    nurse: person(nurses[0], (n) => placeOf(n).nurse === 0, false),
  }
}
