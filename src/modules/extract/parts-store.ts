import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { boxOfAnswer } from '#modules/wheel'
import { swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { printedName } from '#shared/person.ts'
import { SealedText } from '#shared/sealed.ts'
import type { Box } from '#shared/vault.ts'
import { factsOf, type PartToReview, textsIn, titleOf } from './extract.ts'

type Row = {
  source: string
  part_id: string
  sealed_as: string | null
  row_id: string | null
  col: string | null
  version: number
  body: Buffer | null
  at: Date
  unit_name: string | null
  given_name: string | null
  family_name: string | null
  about_other: boolean
  things: string[]
  facts: Record<string, unknown>
  is_barred: boolean
}
type Line = Row & { box: Box }

/** Everything that the asker's request asks the unit about, part by part, in the order it was written. */
export async function findParts(
  deps: Deps,
  work: Work,
  childId: string,
  requestId: string,
): Promise<PartToReview[]> {
  const { rows } = await sql<Row>`
    select r.*, u.name as unit_name, p.given_name, p.family_name
    from extract_rows(${childId}, ${requestId}) r
      left join unit_here u on u.id = r.unit_id left join person_here p on p.id = r.by_id
    order by r.at, r.part_id, r.source, r.version, r.row_id`.execute(work.trx)
  if (rows.length === 0) return []
  const childs = await work.box(childId)
  const lines = await Promise.all(
    rows.map(async (row) => ({ ...row, box: await boxOf(deps, work, childs, row) })),
  )
  return [...Map.groupBy(lines, ({ part_id }) => part_id).values()].map(partOf)
}

/** Nearly all is sealed with the child's own key. */
async function boxOf(
  deps: Deps,
  work: Work,
  childs: Box,
  { source, body, row_id, facts }: Row,
): Promise<Box> {
  if (!body || !row_id) return childs
  if (source === 'consultation_message') return work.box(String(facts['consultation_id']))
  if (source !== 'answer_link') return childs
  return boxOfAnswer(deps, childs, row_id, Buffer.from(String(facts['answer_key']), 'hex'))
}

/** What lies together: what it says now with all that goes with it, and what it said before. */
function partOf(lines: readonly Line[]): PartToReview {
  const now = lines.filter((line) => !isEarlier(line, lines))
  const before = lines.filter((line) => isEarlier(line, lines))
  const main = now.find(({ given_name }) => given_name !== null)
  const units = new Set(now.flatMap(({ unit_name }) => unit_name ?? []))
  return {
    id: lines[0]?.part_id ?? '',
    things: [...new Set(lines.flatMap(({ things }) => things))],
    title: titleOf(now),
    day: swedishDay((main ?? now[0] ?? lines[0] ?? { at: new Date(0) }).at),
    by: main && printedName(main),
    whose: units.size > 0 ? new SealedText([...units].join(', ')) : undefined,
    texts: now.flatMap(textsOf),
    facts: now.flatMap(({ source, facts }) => factsOf(source, facts)),
    earlier: before.map((line) => ({ day: swedishDay(line.at), texts: textsOf(line) })),
    isAboutOther: lines.some(({ about_other }) => about_other),
    isBarred: lines.some(({ is_barred }) => is_barred),
  }
}

const isEarlier = (line: Line, lines: readonly Line[]) =>
  lines.some(
    ({ source, row_id, col, version }) =>
      source === line.source && row_id === line.row_id && col === line.col && version > line.version,
  )

function textsOf({ sealed_as, row_id, col, version, body, box }: Line): SealedText[] {
  if (!body || !sealed_as || !row_id || !col) return []
  const opened = box.open({ table: sealed_as, column: col, row: row_id, version }, body, z.unknown())
  return textsIn(opened).map((text) => new SealedText(text))
}
