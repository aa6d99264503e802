import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { ageOn, type Day } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import { placeByLadder } from './ladder.ts'

/** Whom one turns to about a child when nothing is going on. */
export type LadderLead = { name: string; title: string; unitName: string; phone: string | undefined }

type Born = { id: string; bornOn: Day | undefined; expectedOn: Day | undefined }

/** Who would be BBA by the first ladder, as far as the person may see where the child is. */
export async function findByLadder({ trx, today }: Work, child: Born): Promise<LadderLead | undefined> {
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
    .select(['u.kind', 'u.name as unit', 'u.phone as switchboard'])
    .select(['e.title', 'e.phone', 'p.given_name', 'p.family_name'])
    .where('c.child_id', '=', child.id)
    .where('c.valid_from', '<=', today)
    .where((eb) => eb.or([eb('c.valid_to', 'is', null), eb('c.valid_to', '>', today)]))
    .orderBy('u.id')
    .execute()
  const age = child.bornOn === undefined ? undefined : ageOn(child.bornOn, today)
  const unborn = child.bornOn === undefined && child.expectedOn !== undefined
  const place = placeByLadder(places, age, unborn)
  return (
    place && {
      name: printedName(place),
      title: place.title,
      unitName: place.unit,
      phone: place.phone ?? place.switchboard ?? undefined,
    }
  )
}
