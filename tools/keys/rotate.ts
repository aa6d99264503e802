import type { KeyVersion, KeyVersions } from '#shared/keys.ts'
import type { Sql } from '#shared/pool.ts'
import { keyRows, newest, putRewrapped, shreddedSubjects, versionsInUse } from './key-rows.ts'

type Rotation = { sql: Sql; keys: KeyVersions; now: () => Date }
export type Rotated = { added: boolean; version: number; rewrapped: number; destroyed: number[] }

const days = (count: number) => count * 86_400_000
/** How long an older version can still read what it has wrapped: as long as somebody may need to go back. */
const keptMs = days(30)
const usedMs = days(365)
const batch = 500

/**
 * A new version of the key-encryption key, all subjects' keys rewrapped by it, and the old versions destroyed whose
 * time is out. The program runs on meanwhile: both versions can be read, and each key is changed in one statement.
 */
export async function rotateKeys(rotation: Rotation): Promise<Rotated> {
  await rotation.keys.addVersion()
  return { added: true, ...(await finish(rotation)) }
}

/** Does what it is time for: for a timer, every day. */
export async function rotateWhatIsDue(rotation: Rotation): Promise<Rotated> {
  if (await isDue(rotation)) return rotateKeys(rotation)
  return { added: false, ...(await finish(rotation)) }
}

/** After a year; and after a shredding, so that older copies of that key die with the version. */
async function isDue({ sql, keys, now }: Rotation): Promise<boolean> {
  const { madeAt } = newest(await keys.versions())
  if (!madeAt || now().getTime() - madeAt.getTime() >= usedMs) return true
  return (await shreddedSubjects(sql)).some(({ at }) => at >= madeAt)
}

/** Also takes up what was broken off, and the keys that were made while the version was new. */
async function finish(rotation: Rotation) {
  const { version } = newest(await rotation.keys.versions())
  const rewrapped = await rewrapAll(rotation, version)
  return { version, rewrapped, destroyed: await destroyOld(rotation) }
}

async function rewrapAll({ sql, keys }: Rotation, version: number): Promise<number> {
  let done = 0
  for await (const rows of keyRows(sql, batch, version))
    done += await putRewrapped(sql, rows, await keys.rewrap(rows))
  return done
}

/** The versions before the first that is still within its time, or still has a key that it wrapped. */
async function destroyOld({ sql, keys, now }: Rotation): Promise<number[]> {
  const versions = (await keys.versions()).toSorted((a, b) => a.version - b.version)
  const inUse = await versionsInUse(sql)
  const isOver = ({ version }: KeyVersion, at: number) => {
    const replacedAt = versions[at + 1]?.madeAt
    return replacedAt !== undefined && now().getTime() - replacedAt.getTime() >= keptMs && !inUse.has(version)
  }
  const firstLeft = versions.findIndex((version, at) => !isOver(version, at))
  const left = versions[firstLeft]
  if (!left || firstLeft === 0) return []
  await keys.destroyBefore(left.version)
  return versions.slice(0, firstLeft).map(({ version }) => version)
}
