import type { Work } from '#modules/audit'

// Who the child is, as its family sees it.

/** When a visible child was born or is expected. */
export async function findBirth({ trx }: Work, childId: string) {
  const row = await trx
    .selectFrom('child')
    .select(['born_on', 'expected_on'])
    .where('id', '=', childId)
    .where('protection', '=', 'none')
    .executeTakeFirst()
  return { bornOn: row?.born_on ?? undefined, expectedOn: row?.expected_on ?? undefined }
}

/** Where the child goes; a hidden place is not there. */
export async function findPlaces({ trx }: Work, childId: string) {
  const rows = await trx
    .selectFrom('child_placement as c')
    .innerJoin('unit_here as u', 'u.id', 'c.unit_id')
    .select(['u.name', 'c.class_name', 'c.valid_from', 'c.valid_to'])
    .where('c.child_id', '=', childId)
    .orderBy('c.valid_from')
    .orderBy('c.id')
    .execute()
  return rows.map(({ name, class_name, valid_from, valid_to }) => ({
    unit: name ?? '',
    className: class_name ?? undefined,
    from: valid_from,
    until: valid_to ?? undefined,
  }))
}

/** What the register says of the one who asks as the child's guardian; an end set beforehand would tell of a mark. */
export async function findMyGuardianship({ trx, actor, today }: Work, childId: string) {
  const rows = await trx
    .selectFrom('guardianship')
    .select(['kind', 'called', 'source', 'valid_from', 'valid_to'])
    .where('child_id', '=', childId)
    .where('person_id', '=', actor.personId)
    .orderBy('valid_from')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    called: row.called,
    source: row.source.replace(/^noterat: /, ''),
    from: row.valid_from,
    until: row.valid_to !== null && row.valid_to < today ? row.valid_to : undefined,
  }))
}
