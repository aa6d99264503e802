import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Child, childOf, knownToFamily } from '#modules/children'
import { type Day, swedishDay } from '#shared/dates.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import type { Place } from '#shared/vault.ts'

// What the system keeps about the one who asks: their own rows, and of children only those that are open to them.

/** Not until when: an end that is set beforehand tells that the child has been marked as protected. */
export type Guarded = { child: Child; called: string; from: Day; source: string }

/** The children that are open to the person, each with since when and who says so. */
export async function findGuarded(work: Work): Promise<Guarded[]> {
  const rows = await work.trx
    .selectFrom('guardianship as g')
    .innerJoin('child as c', 'c.id', 'g.child_id')
    .select([
      'c.id',
      'c.given_name',
      'c.family_name',
      'c.protection',
      'c.provisional',
      'c.born_on',
      'c.expected_on',
    ])
    .select(['g.called', 'g.source', 'g.valid_from'])
    .where('g.person_id', '=', work.actor.personId)
    .where(sql<boolean>`c.id in (select unnest(my_open_children()))`)
    .orderBy('g.valid_from')
    .orderBy('c.id')
    .execute()
  const children = await knownToFamily(work, rows.map(childOf))
  return rows.map((row, place) => ({
    child: children[place] ?? childOf(row),
    called: row.called,
    from: row.valid_from,
    source: row.source.replace(/^noterat: /, ''),
  }))
}

/** The child whose own session this is. */
export async function findMyself(work: Work): Promise<Child | undefined> {
  const row = await work.trx
    .selectFrom('child')
    .select(['id', 'given_name', 'family_name', 'protection', 'provisional', 'born_on', 'expected_on'])
    .where('person_id', '=', work.actor.personId)
    .executeTakeFirst()
  return row && (await knownToFamily(work, [childOf(row)]))[0]
}

export type Reached = {
  isProtected: boolean
  phones: SealedText[]
  logins: { issuer: string; tail: string }[]
}
const phone = z.object({ phone: sealedText })

export async function findReached({ trx, actor, box }: Work): Promise<Reached> {
  const [person, contacts, logins] = await Promise.all([
    trx.selectFrom('person_here').select('protection').where('id', '=', actor.personId).executeTakeFirst(),
    trx.selectFrom('person_contact').select(['id', 'body']).where('person_id', '=', actor.personId).execute(),
    sql<{ issuer: string; tail: string }>`select issuer, tail from my_logins()`.execute(trx),
  ])
  const own = contacts.length > 0 ? await box(actor.personId) : undefined
  const place = (row: string): Place => ({ table: 'person_contact', column: 'body', row, version: 1 })
  return {
    isProtected: person?.protection !== 'none',
    phones: own ? contacts.map(({ id, body }) => own.open(place(id), body, phone).phone) : [],
    logins: logins.rows,
  }
}

export type Role = {
  title: string
  unit: string
  phone: string | undefined
  from: Day
  until: Day | undefined
}

export async function findRoles({ trx, actor }: Work): Promise<Role[]> {
  const rows = await trx
    .selectFrom('engagement_here as e')
    .innerJoin('unit_here as u', 'u.id', 'e.unit_id')
    .select(['e.title', 'e.phone', 'e.valid_from', 'e.valid_to', 'u.name'])
    .where('e.person_id', '=', actor.personId)
    .orderBy('e.valid_from')
    .orderBy('e.id')
    .execute()
  return rows.map((row) => ({
    title: row.title,
    unit: row.name,
    phone: row.phone ?? undefined,
    from: row.valid_from,
    until: row.valid_to ?? undefined,
  }))
}

export type SignIn = { at: Date; issuer: string; lastSeenAt: Date; isOver: boolean }

/** Every session that is kept, the latest first. */
export async function findSignIns({ trx, actor, at }: Work): Promise<SignIn[]> {
  const rows = await trx
    .selectFrom('session')
    .select(['authenticated_at', 'issuer', 'last_seen_at', 'ended_at', 'ends_at'])
    .where('person_id', '=', actor.personId)
    .orderBy('authenticated_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    at: row.authenticated_at,
    issuer: row.issuer,
    lastSeenAt: row.last_seen_at,
    isOver: row.ended_at !== null || row.ends_at <= at,
  }))
}

/** What is written and not sent, in the unit one acts for: when, and never what. */
export async function findDraftDays({ trx, actor }: Work): Promise<Day[]> {
  const rows = await trx
    .selectFrom('draft')
    .select('saved_at')
    .where('person_id', '=', actor.personId)
    .orderBy('saved_at')
    .execute()
  return rows.map(({ saved_at }) => swedishDay(saved_at))
}
