import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { addItem, addItemVersion, openItem } from '#modules/items'
import type { WheelArea } from '#modules/knowledge'
import { type Day, swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type { ItemKind, ItemReaders, Obtained } from '#shared/schema.ts'
import { sealedText } from '#shared/sealed.ts'
import type { Speaker, Statement, Words } from './wheel.ts'

/** The areas that were taken up in the open matter, by my unit. */
export type Gathering = { id: string; areas: readonly WheelArea[]; startedOn: Day }

export async function findGathering(
  { trx }: Work,
  childId: string,
  matterId: string,
): Promise<Gathering | undefined> {
  const row = await trx
    .selectFrom('gathering')
    .select(['id', sql<WheelArea[]>`areas::text[]`.as('areas'), 'started_at'])
    .where('child_id', '=', childId)
    .where('matter_id', '=', matterId)
    .where(sql<boolean>`secrecy_unit_id = my_secrecy_unit()`)
    .executeTakeFirst()
  return row && { id: row.id, areas: row.areas, startedOn: swedishDay(row.started_at) }
}

export type NewGathering = { id: string; childId: string; matterId: string; areas: readonly WheelArea[] }

/** Begins to gather. False when somebody has begun already. */
export async function addGathering({ trx, at, actor }: Work, started: NewGathering): Promise<boolean> {
  const added = await trx
    .insertInto('gathering')
    .values({
      child_id: started.childId,
      id: started.id,
      matter_id: started.matterId,
      secrecy_unit_id: actor.secrecyUnitId ?? '',
      areas: [...started.areas],
      started_at: at,
      started_by: actor.personId,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Takes up more areas, and goes on if the gathering was ended. */
export async function setAreas(
  { trx }: Work,
  childId: string,
  gatheringId: string,
  areas: readonly WheelArea[],
): Promise<void> {
  await trx
    .updateTable('gathering')
    .set({ areas: [...areas], version: sql`version + 1`, ended_at: null })
    .where('child_id', '=', childId)
    .where('id', '=', gatheringId)
    .execute()
}

export async function endGathering({ trx, at }: Work, childId: string, matterId: string): Promise<void> {
  await trx
    .updateTable('gathering')
    .set({ ended_at: at })
    .where('child_id', '=', childId)
    .where('matter_id', '=', matterId)
    .where('ended_at', 'is', null)
    .execute()
}

/** The areas that those who noticed something pointed at. */
export async function findNoticedAreas(
  { trx }: Work,
  childId: string,
  matterId: string,
): Promise<readonly WheelArea[]> {
  const rows = await trx
    .selectFrom('noticing as n')
    .innerJoin('noticing_handling as h', (join) =>
      join.onRef('h.child_id', '=', 'n.child_id').onRef('h.item_id', '=', 'n.item_id'),
    )
    .select(sql<WheelArea[]>`n.areas::text[]`.as('areas'))
    .where('n.child_id', '=', childId)
    .where('h.matter_id', '=', matterId)
    .execute()
  return [...new Set(rows.flatMap(({ areas }) => areas))]
}

/** The days on which the wheel was begun anew: gatherings of my unit, and follow-ups. */
export async function findStarts({ trx }: Work, childId: string): Promise<readonly Day[]> {
  const [gatherings, followUps] = await Promise.all([
    trx
      .selectFrom('gathering')
      .select('started_at')
      .where('child_id', '=', childId)
      .where(sql<boolean>`secrecy_unit_id = my_secrecy_unit()`)
      .execute(),
    trx.selectFrom('follow_up').select('held_on').where('child_id', '=', childId).execute(),
  ])
  return [
    ...gatherings.map(({ started_at }) => swedishDay(started_at)),
    ...followUps.flatMap(({ held_on }) => held_on ?? []),
  ]
}

const may = sealedText.optional()
const wordsBody = z
  .object({ working: may, challenging: may, quote: may, context: may, tried: may, drawing: may })
  .transform(
    (body): Words => ({
      working: body.working,
      challenging: body.challenging,
      quote: body.quote,
      context: body.context,
      tried: body.tried,
      drawing: body.drawing,
    }),
  )

type Row = {
  child_id: string
  item_id: string
  version: number
  body: Buffer
  area: WheelArea
  voice: Speaker['voice']
  voice_person_id: string | null
  voice_adult_id: string | null
  voice_unit_id: string | null
  given_name: string | null
  family_name: string | null
  title: string | null
  called: string | null
  unit_name: string | null
  writer_given: string | null
  writer_family: string | null
  obtained: Obtained | null
  wording: string
  said_on: Day
  readers: ItemReaders
  author_id: string
  by_unit: boolean
  mine: boolean
  ours: boolean
}

/** What is known of the one who spoke, besides the words: each reader gets what it may see. */
export type SpokenBy = {
  called: string | undefined
  name: string | undefined
  title: string | undefined
  unitName: string | undefined
}
/** `ours`: written inside my wall, and so ours to open. */
export type Spoken = Statement & {
  by: SpokenBy
  ours: boolean
  /** Who wrote it down, for those inside the same wall. */
  writer?: string
}

/** What has been said, as far as the person may read it: the newest version open to them, in the order it was said. */
export async function findStatements(work: Work, childId: string, itemId?: string): Promise<Spoken[]> {
  const { rows } = await sql<Row>`
    select distinct on (s.said_on, i.made_at, i.id)
      i.child_id, i.id as item_id, v.version, v.body, s.area, s.voice, s.voice_person_id, s.voice_adult_id,
      s.voice_unit_id, s.obtained, s.wording, s.said_on, i.readers, i.author_id,
      i.author_engagement_id is not null as by_unit, i_may_write(i.child_id, i.id) as mine,
      coalesce(i.secrecy_unit_id = my_secrecy_unit(), false) as ours,
      p.given_name, p.family_name, e.title, g.called, u.name as unit_name,
      w.given_name as writer_given, w.family_name as writer_family
    from statement s
      join item i on i.child_id = s.child_id and i.id = s.item_id
      join item_version v on v.child_id = i.child_id and v.item_id = i.id
      left join person_here p on p.id = s.voice_person_id
      left join person_here w on w.id = i.author_id
      left join unit_here u on u.id = s.voice_unit_id
      left join engagement_here e on e.person_id = s.voice_person_id and e.unit_id = s.voice_unit_id
      left join guardianship g on g.child_id = s.child_id and g.person_id = s.voice_person_id
    where s.child_id = ${childId} and (${itemId ?? null}::uuid is null or s.item_id = ${itemId ?? null}::uuid)
    order by s.said_on, i.made_at, i.id, v.version desc`.execute(work.trx)
  return Promise.all(rows.map((row) => spokenOf(work, row)))
}

const spokenOf = async (work: Work, row: Row): Promise<Spoken> => ({
  itemId: row.item_id,
  version: row.version,
  speaker: {
    voice: row.voice,
    personId: row.voice_person_id ?? undefined,
    adultId: row.voice_adult_id ?? undefined,
    unitId: row.voice_unit_id ?? undefined,
  },
  area: row.area,
  words: await openItem(work, row, wordsBody),
  obtained: row.obtained ?? undefined,
  saidOn: row.said_on,
  readers: row.readers,
  wording: row.wording,
  authorId: row.author_id,
  byUnit: row.by_unit,
  mine: row.mine,
  ours: row.ours,
  by: {
    called: row.called ?? undefined,
    name: row.given_name ? printedName(row) : undefined,
    title: row.title ?? undefined,
    unitName: row.unit_name ?? undefined,
  },
  ...(row.ours &&
    row.by_unit && {
      writer: printedName({ given_name: row.writer_given, family_name: row.writer_family }),
    }),
})

/** The name of the adult who has handed the child the device. */
export async function findBeside({ trx, actor }: Work): Promise<string | undefined> {
  if (!actor.handedBy) return undefined
  const row = await trx
    .selectFrom('engagement_here as e')
    .innerJoin('person_here as p', 'p.id', 'e.person_id')
    .select(['p.given_name', 'p.family_name'])
    .where('e.id', '=', actor.handedBy)
    .executeTakeFirst()
  return row && printedName(row)
}

/** Does it wait for somebody to read this? */
export async function isUnread({ trx }: Work, childId: string, itemId: string): Promise<boolean> {
  const task = await trx
    .selectFrom('task')
    .select('id')
    .where('child_id', '=', childId)
    .where('about_id', '=', itemId)
    .where('kind', '=', 'read_statement')
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return task !== undefined
}

export type NewStatement = {
  childId: string
  itemId: string
  matterId: string
  kind: Extract<ItemKind, 'statement' | 'source_answer'>
  secrecyUnitId: string
  readers: ItemReaders
  /** The adult beside the child, where the child lets only that one read. */
  toldTo?: string | undefined
  speaker: Speaker
  area: WheelArea
  words: Words
  obtained: Obtained | undefined
  saidOn: Day
  wording: string
}

/** Writes down what somebody says. False when it is there already: the form was sent twice. */
export async function addStatement(work: Work, said: NewStatement): Promise<boolean> {
  const { childId, itemId, matterId, kind, secrecyUnitId, readers, toldTo, words, speaker } = said
  const item = { childId, itemId, matterId, kind, secrecyUnitId, readers, toldTo }
  const added = await addItem(work, { ...item, body: words })
  if (!added) return false
  await work.trx
    .insertInto('statement')
    .values({
      child_id: childId,
      item_id: itemId,
      matter_id: matterId,
      area: said.area,
      voice: speaker.voice,
      voice_person_id: speaker.personId ?? null,
      voice_adult_id: speaker.adultId ?? null,
      voice_unit_id: speaker.unitId ?? null,
      has_working: words.working !== undefined,
      has_challenging: words.challenging !== undefined,
      obtained: said.obtained ?? null,
      wording: said.wording,
      said_on: said.saidOn,
    })
    .execute()
  return true
}

/** A new version of what somebody said. False when it was changed meanwhile. */
export const addWords = (
  work: Work,
  changed: { childId: string; itemId: string; seenVersion: number; words: Words },
): Promise<boolean> => addItemVersion(work, { ...changed, body: changed.words })

/**
 * The same words with other readers, as a new version that says which. What may not be read any longer ends at once.
 * False when it was changed meanwhile.
 */
export async function changeReaders(
  work: Work,
  changed: { childId: string; itemId: string; seenVersion: number; words: Words; readers: ItemReaders },
): Promise<boolean> {
  const { childId, itemId, readers, words } = changed
  if (!(await addItemVersion(work, { ...changed, body: { ...words, readers } }))) return false
  await sql`select change_readers(${childId}, ${itemId}, ${readers}::item_readers)`.execute(work.trx)
  return true
}
