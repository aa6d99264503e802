import { z } from 'zod'
import { compartments } from '#shared/keys.ts'
import type { Sql } from '#shared/pool.ts'
import { type KeyRow, keyRows, putKeys, shred, shreddedSubjects } from './key-rows.ts'

// The newest copy of the wrapped keys, kept apart from the copies of the content. Nothing in it can be read without the
// key-encryption key, and nothing of the content without it. Only the newest is kept: a shredded key is in no copy.

const head = z.object({
  at: z.iso.datetime(),
  shredded: z.array(z.tuple([z.uuid(), z.iso.datetime()])),
})
const line = z.tuple([
  z.uuid(),
  z.int(),
  z.base64(),
  z.iso.datetime(),
  z.enum(compartments).default('ordinary'),
])

const batch = 1000

/** The copy, line by line: first when it was made and whose keys are destroyed, then a key a line. */
export async function* copyOfKeys(sql: Sql, at: Date): AsyncGenerator<string> {
  const shredded = (await shreddedSubjects(sql)).map(({ subjectId, at }) => [subjectId, at.toISOString()])
  yield JSON.stringify({ at: at.toISOString(), shredded })
  for await (const rows of keyRows(sql, batch))
    for (const { subjectId, version, wrapped, madeAt, compartment } of rows)
      yield JSON.stringify([
        subjectId,
        version,
        wrapped.toString('base64'),
        madeAt.toISOString(),
        compartment,
      ])
}

export type Restored = { keys: number; shredded: number }

/**
 * Lays the newest copy of the keys over an older copy of the content. Whoever has been shredded since then stays so;
 * whoever came after the copy of the keys was made keeps the key that came with the content.
 */
export async function restoreKeys(sql: Sql, lines: AsyncIterable<string>): Promise<Restored> {
  const reader = lines[Symbol.asyncIterator]()
  const { at, shredded } = head.parse(JSON.parse((await reader.next()).value ?? 'null'))
  for (const [subjectId, when] of shredded) await shred(sql, subjectId, new Date(when))
  const inCopy = new Set<string>()
  const rows: KeyRow[] = []
  for (let next = await reader.next(); !next.done; next = await reader.next()) {
    const row = readLine(next.value)
    inCopy.add(row.subjectId)
    rows.push(row)
    if (rows.length === batch) await putKeys(sql, rows.splice(0))
  }
  await putKeys(sql, rows)
  const lost = await shredTheRest(sql, inCopy, new Date(at))
  return { keys: inCopy.size, shredded: shredded.length + lost }
}

/** A key that was there before the copy of the keys was made, and is not in it, has been destroyed since. */
async function shredTheRest(sql: Sql, inCopy: Set<string>, at: Date): Promise<number> {
  let lost = 0
  for await (const rows of keyRows(sql, batch))
    for (const { subjectId, madeAt } of rows) {
      if (inCopy.has(subjectId) || madeAt > at) continue
      await shred(sql, subjectId, at)
      lost++
    }
  return lost
}

function readLine(text: string): KeyRow {
  const [subjectId, version, wrapped, madeAt, compartment] = line.parse(JSON.parse(text))
  return {
    subjectId,
    version,
    wrapped: Buffer.from(wrapped, 'base64'),
    madeAt: new Date(madeAt),
    compartment,
  }
}
