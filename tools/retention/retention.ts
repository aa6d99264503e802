import type { Sql } from '#shared/pool.ts'
import { PlainError } from '../../src/plain-error.ts'
import { digestOfList, type Proposed } from './list-file.ts'
import type { RetentionRule } from './rules-file.ts'

// Retention, as kb_retention does it. Who somebody is, is the login that they have in the database: the walls of 0012
// ask for two.

type Does = { sql: Sql; now: () => Date; newId: () => string }
type Trx = Parameters<Parameters<Sql['begin']>[1]>[0]

const asRetention = <T>(sql: Sql, work: (trx: Trx) => Promise<T>) =>
  sql.begin(async (trx) => {
    await trx`set local role kb_retention`
    return work(trx)
  }) as Promise<T>

/** Adds rules that have been decided. One of the same kind for the same organisation is replaced. */
export const addRules = ({ sql, now, newId }: Does, rules: readonly RetentionRule[]): Promise<void> =>
  asRetention(sql, async (trx) => {
    for (const rule of rules) {
      await trx`update retention_rule set valid_to = ${rule.validFrom} where kind = ${rule.kind}
        and secrecy_unit_id = ${rule.secrecyUnitId} and valid_to is null and valid_from < ${rule.validFrom}`
      await trx`insert into retention_rule (id, kind, secrecy_unit_id, months, keep_born_on, decision, source, valid_from,
          added_by, added_at)
        values (${newId()}, ${rule.kind}, ${rule.secrecyUnitId}, ${rule.months}, ${rule.keepBornOn}, ${rule.decision},
          ${rule.source}, ${rule.validFrom}, session_user, ${now().toISOString()})`
    }
  })

export const holdGrounds = ['placed', 'asked_for', 'court', 'other_law'] as const
export type HoldGround = (typeof holdGrounds)[number]

/** Nothing about the child goes meanwhile. */
export const hold = ({ sql, now, newId }: Does, childId: string, ground: HoldGround): Promise<void> =>
  asRetention(sql, async (trx) => {
    await trx`insert into retention_hold (child_id, id, ground, added_by, added_at)
      values (${childId}, ${newId()}, ${ground}, session_user, ${now().toISOString()})`
  })

export const release = ({ sql, now }: Does, childId: string): Promise<void> =>
  asRetention(sql, async (trx) => {
    await trx`update retention_hold set ended_by = session_user, ended_at = ${now().toISOString()}
      where child_id = ${childId} and ended_at is null`
  })

/** Lists what the rules say may go at this moment. Nothing goes. */
export const propose = ({ sql, now, newId }: Does): Promise<Proposed> =>
  asRetention(sql, async (trx) => {
    const run = newId()
    const rows = await trx<{ line: string }[]>`
      select line from propose_retention(${run}, ${now().toISOString()}) as line`
    return { run, lines: rows.map(({ line }) => line) }
  })

/** Somebody else has read the list and lets it be carried out. */
export const approve = ({ sql, now }: Does, list: Proposed): Promise<void> =>
  asRetention(sql, async (trx) => {
    await trx`select approve_retention(${list.run}, ${digestOfList(list)}, ${now().toISOString()})`
  }).catch(inWords)

/** Takes exactly what was approved, and answers with how many of what, by which rule. */
export const carryOut = ({ sql, now }: Does, run: string): Promise<string> =>
  asRetention(sql, async (trx) => {
    const [row] = await trx<{ counts: string }[]>`
      select carry_out_retention(${run}, ${now().toISOString()}) as counts`
    return row?.counts ?? '[]'
  }).catch(inWords)

const faults: Readonly<Record<string, string>> = {
  KB001:
    'Det gick inte: listan är inte den som föreslogs, du har själv föreslagit den, den är inte godkänd, eller så är den redan utförd eller äldre än 30 dagar.',
  KB002:
    'Inget är borttaget: något på listan får inte längre tas bort. Gör en ny lista med npm run retention -- --dry-run.',
}

function inWords(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const fault = faults[code]
  throw fault ? new PlainError(fault) : error
}
