import type { LadderRule } from '#modules/responsibility'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { alone } from '#shared/pool.ts'
import type { UnitKind } from '#shared/schema.ts'
import type { Life, Stay } from './transition.ts'

type Row = {
  child_id: string
  born_on: Day | null
  expected_on: Day | null
  unit_id: string
  kind: UnitKind
  stays: { unitId: string; kind: UnitKind; from: Day; until: Day | null }[]
}

const stayOf = ({ until, ...stay }: Row['stays'][number]): Stay => ({ ...stay, until: until ?? undefined })

/** Those about whom something goes on and no hand-over is on its way: what is known ahead. */
export const findLives = ({ pool, now }: Deps): Promise<{ childId: string; life: Life }[]> =>
  alone({ pool }, async (line) => {
    const rows = await line.unsafe('select * from public.lives_ahead($1::text::timestamptz)', [
      now().toISOString(),
    ])
    return (rows as Row[]).map((row) => ({
      childId: row.child_id,
      life: {
        bornOn: row.born_on ?? undefined,
        expectedOn: row.expected_on ?? undefined,
        stays: row.stays.map(stayOf),
        lead: { unitId: row.unit_id, kind: row.kind },
      },
    }))
  })

/** The county's ladder, in the order its rules were added. */
export const findRules = ({ pool }: Deps): Promise<LadderRule[]> =>
  alone({ pool }, async (line) => {
    const rows = await line.unsafe(
      `select stage, valid_from::text as "from", kinds::text[], until_age as "untilAge", source
      from public.ladder_rule order by added_at, id`,
      [],
    )
    return rows as LadderRule[]
  })

/** A task for whoever is accountable, once for each day of change. False when it is there already, or nothing goes on. */
export const propose = ({ pool, now, newId }: Deps, childId: string, on: Day): Promise<boolean> =>
  alone({ pool }, async (line) => {
    const rows = await line.unsafe(
      'select public.propose_handover($1, $2::text::date, $3::text::timestamptz, $4) as proposed',
      [childId, on, now().toISOString(), newId()],
    )
    return (rows as { proposed: boolean }[])[0]?.proposed ?? false
  })
