import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { KeyVersions } from '#shared/keys.ts'
import { paths } from '#shared/paths.ts'
import { asOwner, keysThatTurn } from '#test/turning-keys.ts'
import { admin, as, deps, id, inHours, lisa, setClock, world } from '#test/world.ts'
import { keyRows, shred, versionsInUse } from './key-rows.ts'
import { rotateKeys, rotateWhatIsDue } from './rotate.ts'

const sql = await asOwner()
const { now } = deps
const days = (count: number) => inHours(24 * count)
const versionsOf = async (keys: KeyVersions) => (await keys.versions()).map(({ version }) => version)
const inUse = async () => [...(await versionsInUse(sql)).keys()]

const aboutLisa = paths.noticing.noticeChild.to({ childId: lisa })
const sent = async (sentence: string) => (await as('petra').post(aboutLisa, { sentence })).status
/** What is written about Lisa, opened with her own key. */
async function written() {
  const box = await deps.vault.box(admin, lisa)
  const rows = await admin.selectFrom('item_version').selectAll().where('child_id', '=', lisa).execute()
  return rows.map((row) => {
    const place = { table: 'item_version', column: 'body', row: row.item_id, version: row.version }
    return JSON.stringify(box.open(place, row.body, z.unknown()))
  })
}

describe('the key-encryption key is turned', () => {
  beforeEach(() => world())

  it('while people read and write, and nobody notices', async () => {
    const { versions, forget } = keysThatTurn()
    for (let n = 0; n < 1500; n++) await deps.vault.newBox(admin, deps.newId())
    expect(await sent('Lisa ritar gärna.')).toBe(303)

    let turning = true
    const statuses: number[] = []
    const load = async (act: () => Promise<number>) => {
      while (turning) {
        forget()
        statuses.push(await act())
      }
    }
    const read = async () => (await as('maja').get(paths.child.to({ childId: lisa }))).status
    let n = 0
    const working = [load(read), load(() => sent(`Lisa ritar bild ${++n}.`)), load(read)]
    const turns = []
    while (turns.length < 2 || statuses.length < 30)
      turns.push(await rotateKeys({ sql, keys: versions, now }))
    turning = false
    await Promise.all(working)

    for (const turn of turns) expect(turn.rewrapped).toBeGreaterThan(1500)
    expect(new Set(statuses)).toEqual(new Set([200, 303]))
    forget()
    expect(await written()).toHaveLength(n + 1)
    // A key that was made just before may have been missed: the next round takes it.
    await rotateWhatIsDue({ sql, keys: versions, now })
    expect(await inUse()).toEqual([turns.length + 1])
  })

  it('and the old version is destroyed thirty days later, not before', async () => {
    const { versions, read } = keysThatTurn()
    const old = read()
    await rotateKeys({ sql, keys: versions, now })
    setClock(days(29))
    expect(await rotateWhatIsDue({ sql, keys: versions, now })).toMatchObject({ added: false, destroyed: [] })
    expect(await versionsOf(versions)).toEqual([1, 2])
    setClock(days(30))
    expect(await rotateWhatIsDue({ sql, keys: versions, now })).toMatchObject({
      added: false,
      destroyed: [1],
    })
    expect(await versionsOf(versions)).toEqual([2])
    expect(read()).not.toContain(JSON.parse(old).keys['1'])
  })

  it('but not while a single key is still wrapped by it', async () => {
    const { versions } = keysThatTurn()
    await rotateKeys({ sql, keys: versions, now })
    const maja = { subject_id: id('maja') }
    const late = { ...maja, kek_version: 1, wrapped: Buffer.from('not rewrapped yet') }
    setClock(days(31))
    const slow: KeyVersions = {
      ...versions,
      versions: async () => {
        await admin.updateTable('subject_key').set(late).where('subject_id', '=', maja.subject_id).execute()
        return versions.versions()
      },
      rewrap: async (keys) => [...keys].map((key) => ({ ...key, wrapped: Buffer.from('still not') })),
    }
    expect((await rotateWhatIsDue({ sql, keys: slow, now })).destroyed).toEqual([])
    expect(await versionsOf(versions)).toEqual([1, 2])
  })

  it('after a year, and the day after a key was shredded, and else only when somebody asks', async () => {
    const { versions } = keysThatTurn()
    const due = () => rotateWhatIsDue({ sql, keys: versions, now })
    expect((await due()).added).toBe(true) // nobody knows how old the first is
    setClock(days(10))
    expect((await due()).added).toBe(false)
    await shred(sql, id('karin'), now())
    setClock(days(11))
    expect((await due()).added).toBe(true)
    expect((await due()).added).toBe(false)
    setClock(days(11 + 365))
    expect((await due()).added).toBe(true)
  })
})

const openToTheApplication = CompiledQuery.raw(`select proname from pg_proc
  where pronamespace = 'public'::regnamespace and proname ~ '(subject_key|shred|key_versions)'
    and has_function_privilege('kb_app', oid, 'execute')`)

describe('the commands for the keys', () => {
  beforeEach(() => world())

  it('are not for the application', async () => {
    const { rows } = await admin.executeQuery(openToTheApplication)
    expect(rows).toEqual([])
  })

  it('go through every key once', async () => {
    const seen = []
    for await (const rows of keyRows(sql, 3)) seen.push(...rows.map(({ subjectId }) => subjectId))
    const there = await admin.selectFrom('subject_key').select('subject_id').execute()
    expect(seen.toSorted()).toEqual(there.map(({ subject_id }) => subject_id).toSorted())
  })
})
