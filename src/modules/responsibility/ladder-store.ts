import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { printedName } from '#shared/person.ts'
import type { LadderStage, UnitKind } from '#shared/schema.ts'
import { type Growing, kindsOn, type LadderRule, placeByLadder } from './ladder.ts'
import type { InsteadOf } from './matter.ts'

/** The county's rules, in the order they were added. */
export async function findLadder({ trx }: Pick<Work, 'trx'>): Promise<LadderRule[]> {
  const { rows } = await sql<{
    stage: LadderStage
    from: string
    kinds: UnitKind[]
    until_age: number
    source: string
  }>`select stage, valid_from as "from", kinds::text[], until_age, source from ladder_rule order by added_at, id`.execute(
    trx,
  )
  return rows.map(({ until_age, ...rule }) => ({ ...rule, untilAge: until_age }))
}

/** Whom one turns to about a child when nothing is going on. */
export type LadderLead = {
  name: string
  title: string
  unitName: string
  phone: string | undefined
  /** The unit that one turns to otherwise, when it has closed. */
  insteadOf: InsteadOf | undefined
}

type Born = Pick<Growing, 'bornOn' | 'expectedOn'> & { id: string }

/** Who would be BBA by the ladder, as far as the person may see where the child is. */
export async function findByLadder(work: Work, child: Born): Promise<LadderLead | undefined> {
  const { trx, today } = work
  const places = await trx
    .selectFrom('child_placement as c')
    .innerJoin('unit_here as u', 'u.id', 'c.unit_id')
    .innerJoin('unit_function as f', (join) =>
      join.onRef('f.unit_id', '=', 'u.id').on('f.kind', '=', 'best_interests_lead'),
    )
    .innerJoin('engagement_here as e', (join) =>
      join.on(sql<boolean>`e.id = stands_for(f.holder_engagement_id, u.id, asked_at())`),
    )
    .innerJoin('person_here as p', 'p.id', 'e.person_id')
    .innerJoin('unit_here as w', 'w.id', 'e.unit_id')
    .leftJoin('closed_period as cp', (join) =>
      join
        .onRef('cp.unit_id', '=', 'u.id')
        .on('cp.ended_at', 'is', null)
        .on(
          sql<boolean>`${today}::date between cp.from_day and cp.to_day and e.id <> f.holder_engagement_id`,
        ),
    )
    .select(['u.kind', 'u.name as unit', 'w.name as works_at', 'w.phone as switchboard', 'cp.to_day'])
    .select(['c.valid_from as from', 'c.valid_to'])
    .select(['e.title', 'e.phone', 'p.given_name', 'p.family_name'])
    .where('c.child_id', '=', child.id)
    .where('c.valid_from', '<=', today)
    .where((eb) => eb.or([eb('c.valid_to', 'is', null), eb('c.valid_to', '>', today)]))
    .orderBy('u.id')
    .execute()
  if (places.length === 0) return undefined
  const known = places.map(({ kind, from, valid_to }) => ({ kind, from, until: valid_to ?? undefined }))
  const place = placeByLadder(places, kindsOn(await findLadder(work), { ...child, places: known }, today))
  return (
    place && {
      name: printedName(place),
      title: place.title,
      unitName: place.works_at,
      phone: place.phone ?? place.switchboard ?? undefined,
      insteadOf: place.to_day ? { name: place.unit, closedUntil: place.to_day } : undefined,
    }
  )
}
