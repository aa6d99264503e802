import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'

/** Why something is shared, by the id of its grant; and whether it is the police that reads. */
export type Ground = { grantId: string; ground: string; toPolice: boolean }

export async function findGrounds({ trx }: Work, childId: string): Promise<Ground[]> {
  const rows = await trx
    .selectFrom('access_grant as g')
    .innerJoin('unit_here as u', 'u.id', 'g.to_unit_id')
    .select(['g.id', 'g.legal_ground', 'u.kind'])
    .where('g.child_id', '=', childId)
    .where(sql<boolean>`grant_lives(g)`)
    .execute()
  return rows.map(({ id, legal_ground, kind }) => ({
    grantId: id,
    ground: legal_ground,
    toPolice: kind === 'police',
  }))
}

/** A unit that has taken part and does so no longer. It keeps what it has read. */
export type PastReader = { unitId: string; name: string; since: Day }

export async function findPastReaders({ trx }: Work, childId: string): Promise<PastReader[]> {
  const { rows } = await sql<{ unit_id: string; name: string; since: Date }>`
    select u.id as unit_id, u.name, min(g.decided_at) as since
    from access_grant g join unit_here u on u.id = g.to_unit_id
    where g.child_id = ${childId} and g.kind = 'party' and (u.kind <> 'police' or g.legal_ground = 'samtycke')
    group by u.id, u.name
    having not bool_or(grant_lives(g))
    order by u.name collate "sv-SE-x-icu"`.execute(trx)
  return rows.map(({ unit_id, name, since }) => ({ unitId: unit_id, name, since: swedishDay(since) }))
}

/**
 * Who keeps the plan in law, of what the reader reads: the secrecy unit and the authority or company that it belongs to;
 * nobody when the one who keeps it now must not be told of.
 */
export type Keeper = { changedOn: Day; who: { name: string; authority: string } | undefined }

type KeeperRow = { changed_at: Date; name: string | null; authority: string | null }

/**
 * Whom a later keeper is barred for reads of the one before as of the text that they read, which that one keeps: never as
 * if it were the latest. Where places are hidden it is called what it is, as units are, so that the sentence is the same
 * and tells nothing of a mark.
 */
export async function findKeeper({ trx }: Work, childId: string): Promise<Keeper | undefined> {
  const { rows } = await sql<KeeperRow>`
    select coalesce(t.changed_at, p.made_at) as changed_at,
      case when is_veiled() then w.word else s.name end as name,
      case when is_veiled() then w.word else a.name end as authority
    from plan p
      cross join lateral (select greatest(max(n.written_at), max(n.to_at)) as changed_at from plan_part n
        where n.child_id = p.child_id and n.plan_id = p.id) t
      left join secrecy_unit s on s.id = plan_keeper_here(p.child_id, p.id, t.changed_at)
      left join authority a on a.id = s.authority_id
      left join lateral (select place_word(min(u.kind)) as word from unit_here u where u.secrecy_unit_id = s.id) w on true
    where p.child_id = ${childId}
    order by p.made_at desc limit 1`.execute(trx)
  const row = rows[0]
  if (!row) return undefined
  const { name, authority } = row
  return {
    changedOn: swedishDay(row.changed_at),
    who: name === null || authority === null ? undefined : { name, authority },
  }
}
