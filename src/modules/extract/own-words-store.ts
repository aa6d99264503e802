import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import { SealedText } from '#shared/sealed.ts'
import { message } from '#ui/message.ts'
import { textsIn } from './extract.ts'
import { kindTitles } from './told.ts'

export type OwnWords = { childId: string; title: string; day: Day; texts: readonly SealedText[] }
type Row = {
  child_id: string
  id: string
  /** The table that it was sealed for. */
  sealed_as: string
  kind: string | null
  at: Date
  version: number
  body: Buffer
}

const ownTitles: Readonly<Record<string, string>> = {
  meeting_words: message('Inför ett möte'),
  agreement_reason: message('Varför du svarade så om planen'),
  follow_up_part: message('Vad du tycker om en insats'),
  bright_moment: message('En ljusglimt'),
  objection: message('Det du inte höll med om'),
}

/** What the person has written or said in the family, about the children that are open to them; each version of it. */
export async function findOwnWords({ trx, box }: Work): Promise<OwnWords[]> {
  const open = sql`(select unnest(my_open_children()))`
  const { rows } = await sql<Row>`
    select i.child_id, i.id, 'item_version' as sealed_as, i.kind::text, v.written_at as at, v.version, v.body
    from item i join item_version v on v.child_id = i.child_id and v.item_id = i.id
    where i.child_id in ${open} and ((i.author_id = (select me()) and i.author_engagement_id is null)
      or i.id in (select unnest(my_spoken_items())))
    union all
    select w.child_id, w.id, 'meeting_words', null, w.written_at, 1, w.body
    from meeting_words w where w.child_id in ${open} and w.written_by = (select me())
    union all
    select r.child_id, r.agreement_id, 'agreement_reason', null, a.answered_at, 1, r.body
    from agreement_reason r join agreement a on a.child_id = r.child_id and a.id = r.agreement_id
    where r.child_id in ${open} and r.written_by = (select me())
    union all
    select f.child_id, f.id, 'follow_up_part', null, f.noted_at, 1, f.body
    from follow_up_part f where f.child_id in ${open} and f.noted_by = (select me()) and f.body is not null
    union all
    select b.child_id, b.id, 'bright_moment', null, b.written_at, 1, b.body
    from bright_moment b where b.child_id in ${open} and b.written_by = (select me())
    union all
    select o.child_id, o.id, 'objection', null, o.said_at, 1, o.body
    from objection o where o.child_id in ${open} and o.said_by = (select me())`.execute(trx)
  const opened = rows.map(async (row): Promise<OwnWords> => {
    const place = { table: row.sealed_as, column: 'body', row: row.id, version: row.version }
    const texts = textsIn((await box(row.child_id)).open(place, row.body, z.unknown()))
    return {
      childId: row.child_id,
      title: ownTitles[row.sealed_as] ?? kindTitles[row.kind ?? ''] ?? message('Något du har skrivit'),
      day: swedishDay(row.at),
      texts: texts.map((text) => new SealedText(text)),
    }
  })
  return (await Promise.all(opened)).toSorted(
    (a, b) => a.day.localeCompare(b.day) || a.title.localeCompare(b.title, 'sv'),
  )
}
