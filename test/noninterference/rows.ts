import type { DB, ItemKind, ItemReaders, Voice, WheelArea } from '#shared/schema.ts'
import { lisasMatter } from '#test/arrange.ts'
import { admin, deps, engagementOf, id, lisa, noon, type Person } from '#test/world.ts'
import { isStaff } from './client.ts'

// What happens around Lisa, straight into the tables. Ids come from names, so that they are the same in every world.

export const yesterday = new Date(noon.getTime() - 86_400_000)
export const inThreeMonths = new Date(noon.getTime() + 90 * 86_400_000)
export const wall = (unit: string) => id(`wall ${unit}`)

export const put = (table: keyof DB, ...rows: readonly object[]) =>
  admin
    .insertInto(table)
    .values(rows as never)
    .execute()

/** Seals a body about a child, or an adult, for the row it stands in. */
export async function sealed(table: string, row: string, body: object, where: Where = {}) {
  const { of = lisa, column = 'body', version = 1 } = where
  return (await deps.vault.box(admin, of)).seal({ table, column, row, version }, body)
}
type Where = { of?: string; column?: string; version?: number }

type Written = {
  name: string
  kind: ItemKind
  by: Person
  body: object
  unit?: string
  readers?: ItemReaders
  /** The adult beside Lisa whom alone she lets read. */
  toldTo?: Parameters<typeof engagementOf>[0]
  child?: string
}

/** Something written about Lisa, in the open matter. */
export async function writeItem({
  name,
  kind,
  by,
  body,
  unit = 'furuskolan',
  readers = 'unit',
  toldTo,
  child = lisa,
}: Written) {
  const itemId = id(name)
  await put('item', {
    child_id: child,
    id: itemId,
    matter_id: child === lisa ? lisasMatter : null,
    kind,
    secrecy_unit_id: wall(unit),
    readers,
    told_to: toldTo ? engagementOf(toldTo) : null,
    author_id: id(by),
    author_engagement_id: isStaff(by) ? engagementOf(by) : null,
    made_at: yesterday,
  })
  await put('item_version', {
    child_id: child,
    item_id: itemId,
    version: 1,
    body: await sealed('item_version', itemId, body, { of: child }),
    written_by: id(by),
    written_at: yesterday,
  })
  return itemId
}

type Said = { voice: Voice; speaker: Person; area?: WheelArea; kind?: ItemKind }

/** Somebody's view of something in the wheel. */
export async function say(written: Omit<Written, 'kind' | 'body'> & Said & { words: string }) {
  const { voice, speaker, area = 'learning', words, kind = 'statement', unit = 'furuskolan' } = written
  const itemId = await writeItem({
    ...written,
    kind,
    body: { working: words, challenging: `${words}, ibland` },
  })
  await put('statement', {
    child_id: lisa,
    item_id: itemId,
    matter_id: lisasMatter,
    area,
    voice,
    voice_person_id: id(speaker),
    voice_unit_id: voice === 'professional' ? id(unit) : null,
    has_working: true,
    has_challenging: true,
    obtained: voice === 'child' ? 'talk' : null,
    wording: '1',
    said_on: '2026-11-23',
  })
  return itemId
}

type Shown = {
  name: string
  to: { unit?: string; person?: Person }
  item: string
  by?: Person
  from?: string
}

/** One version of something written is shown to a unit or to a person. */
export const show = ({ name, to, item, by = 'maja', from = 'furuskolan' }: Shown) =>
  put('access_grant', {
    child_id: lisa,
    id: id(name),
    kind: 'item_version',
    item_id: item,
    item_version: 1,
    from_secrecy_unit_id: wall(from),
    to_unit_id: to.unit ? id(to.unit) : null,
    to_person_id: to.person ? id(to.person) : null,
    legal_ground: 'nodvandigt_egen',
    decided_by: id(by),
    decided_at: yesterday,
    valid_to: inThreeMonths,
  })

/** A task that waits for somebody. */
export const waits = (
  name: string,
  kind: DB['task']['kind'],
  who: Parameters<typeof engagementOf>[0],
  about: string,
) =>
  put('task', {
    child_id: lisa,
    id: id(name),
    kind,
    engagement_id: engagementOf(who),
    about_id: about,
    due_on: '2026-11-30',
    made_at: yesterday,
  })

/** What those who are around the child hear of when something happens. */
export const tell = (name: string, kind: DB['plan_event']['kind'], about: string | null, at = yesterday) =>
  put('plan_event', { child_id: lisa, id: id(name), matter_id: lisasMatter, kind, about_id: about, at })
