import { sql } from 'kysely'
import type { UnsignedWork } from '#modules/audit'

/** Which of our children a number is; undefined: nobody whom we know, or a child whose places are sealed. */
export async function childWith({ trx }: UnsignedWork, number: Buffer): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select school_concerns(${number}::bytea) as id`.execute(
    trx,
  )
  return rows[0]?.id ?? undefined
}

type Told = {
  childId: string
  source: string
  at: string
  speaksFor: readonly string[]
  places: readonly { unitId: string; from: string; to: string | undefined }[]
}

/** More than one child can ever have changed at once. */
const idsAPost = 240

/** How much of it changed something. */
export async function takePlaces({ trx, newId }: UnsignedWork, told: Told): Promise<number> {
  const { childId, source, at, speaksFor, places } = told
  const { rows } = await sql<{ taken: number }>`
    select take_school_post(${childId}::uuid, ${source}, ${at}::timestamptz, ${speaksFor}::uuid[],
      ${places.map(({ unitId }) => unitId)}::uuid[], ${places.map(({ from }) => from)}::date[],
      ${places.map(({ to }) => to ?? null)}::date[], ${Array.from({ length: idsAPost }, newId)}::uuid[]) as taken`.execute(
    trx,
  )
  return rows[0]?.taken ?? 0
}
