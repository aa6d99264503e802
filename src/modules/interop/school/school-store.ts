import { sql } from 'kysely'
import type { UnsignedWork } from '#modules/audit'

export type Told = {
  source: string
  at: string
  speaksFor: readonly string[]
  places: readonly { unitId: string; from: string; to: string | undefined }[]
  /** The class at each of the units that it speaks for; undefined: not told. */
  classes: readonly (string | null)[] | undefined
}

/** Which of our children has the number, when what is told is new. Undefined also for a child whose places are sealed. */
export async function childWithNews(
  { trx }: UnsignedWork,
  number: Buffer,
  { source, at, speaksFor, classes }: Told,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select school_news(${number}::bytea, ${source}, ${at}::timestamptz, ${classes ? speaksFor : []}::uuid[],
      ${classes ?? []}::text[]) as id`.execute(trx)
  return rows[0]?.id ?? undefined
}

/** More than one child can ever have changed at once. */
const idsAPost = 240

/** How much of it changed something. */
export async function takePlaces(
  { trx, newId }: UnsignedWork,
  childId: string,
  { source, at, speaksFor, places, classes }: Told,
): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select take_school_post(${childId}::uuid, ${source}, ${at}::timestamptz, ${speaksFor}::uuid[],
      ${places.map(({ unitId }) => unitId)}::uuid[], ${places.map(({ from }) => from)}::date[],
      ${places.map(({ to }) => to ?? null)}::date[], ${Array.from({ length: idsAPost }, newId)}::uuid[]) as taken`.execute(
    trx,
  )
  const taken = rows[0]?.taken ?? 0
  if (!classes) return taken
  const { rows: named } = await sql<{ taken: number }>`
    select take_classes(${childId}::uuid, ${speaksFor}::uuid[], ${classes}::text[]) as taken`.execute(trx)
  return taken + (named[0]?.taken ?? 0)
}
