import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { paths } from '#shared/paths.ts'
import { backUp, each, newestCopyOfKeys, putBack } from '#test/back-up.ts'
import { asOwner, keysThatTurn } from '#test/turning-keys.ts'
import { admin, as, auditRows, deps, id, inHours, lisa, nils, setClock, world } from '#test/world.ts'
import { restoreKeys } from './copy.ts'
import { shred } from './key-rows.ts'
import { rotateKeys, rotateWhatIsDue } from './rotate.ts'

const sql = await asOwner()
const { now } = deps
const days = (count: number) => inHours(24 * count)

/** What is written about a child, opened with the child's own key. */
async function written(child: string): Promise<string> {
  const box = await deps.vault.box(admin, child)
  const rows = await admin.selectFrom('item_version').selectAll().where('child_id', '=', child).execute()
  const texts = rows.map((row) => {
    const place = { table: 'item_version', column: 'body', row: row.item_id, version: row.version }
    return JSON.stringify(box.open(place, row.body, z.unknown()))
  })
  return texts.join()
}

describe('a child’s key is destroyed', () => {
  beforeEach(async () => {
    await world()
    await as('petra').post(paths.noticing.noticeChild.to({ childId: lisa }), {
      sentence: 'Lisa ritar gärna.',
    })
    await as('eva').post(paths.noticing.noticeChild.to({ childId: nils }), { sentence: 'Nils sjunger.' })
  })

  it('and from the next request on Lisa is nobody that we know, to those who worked with her', async () => {
    const address = paths.child.to({ childId: lisa })
    expect((await as('maja').get(address)).status).toBe(200)
    await shred(sql, lisa, now())
    const gone = await as('maja').get(address)
    const unknown = await as('maja').get(paths.child.to({ childId: id('nobody at all') }))
    expect([gone.status, await gone.text()]).toEqual([404, await unknown.text()])
    const change = await as('petra').post(paths.noticing.noticeChild.to({ childId: lisa }), {
      sentence: 'Mer.',
    })
    expect(change.status).toBe(404)
    expect((await auditRows()).filter(([, , outcome]) => outcome === 'not-found')).toHaveLength(3)
    expect((await as('eva').get(paths.child.to({ childId: nils }))).status).toBe(200)
  })

  it('twice is once, and somebody without a key can be marked too', async () => {
    expect(await shred(sql, lisa, now())).toBe(true)
    expect(await shred(sql, lisa, now())).toBe(false)
  })

  it('so that no older back-up brings Lisa back, and Nils stays', async () => {
    const { keeper, versions, forget } = keysThatTurn()
    await backUp()
    const [lisasOldKey] = await admin
      .selectFrom('subject_key')
      .select(['kek_version as version', 'wrapped'])
      .where('subject_id', '=', lisa)
      .execute()

    await shred(sql, lisa, now())
    await rotateKeys({ sql, keys: versions, now })
    const born = deps.newId()
    await deps.vault.newBox(admin, born)
    setClock(days(30))
    expect((await rotateWhatIsDue({ sql, keys: versions, now })).destroyed).toEqual([1])
    const copy = await newestCopyOfKeys(sql)
    expect(copy.slice(1).join()).not.toContain(lisa)

    await putBack()
    forget()
    // The back-up by itself: what wrapped its keys is gone.
    await expect(written(lisa)).rejects.toThrow('key-encryption key 1 is missing')
    await expect(written(nils)).rejects.toThrow('key-encryption key 1 is missing')

    const restored = await restoreKeys(sql, each(copy))
    expect(restored).toEqual({ keys: copy.length - 1, shredded: 1 })
    expect(await written(nils)).toContain('Nils sjunger.')
    await expect(written(lisa)).rejects.toThrow('no key for this subject')
    expect((await as('maja').get(paths.child.to({ childId: lisa }))).status).toBe(404)
    expect((await as('eva').get(paths.child.to({ childId: nils }))).status).toBe(200)
    // Nor with the key that somebody kept from the back-up.
    if (!lisasOldKey) throw new Error('no key was backed up')
    await expect((async () => keeper.unwrap(lisa, lisasOldKey))()).rejects.toThrow()
  })

  it('and a back-up from yesterday does not bring Lisa back either, while its key still could', async () => {
    const { versions, forget } = keysThatTurn()
    await rotateKeys({ sql, keys: versions, now })
    await backUp()
    await shred(sql, lisa, now())
    const copy = await newestCopyOfKeys(sql)
    await putBack()
    expect(await written(lisa)).toContain('Lisa ritar')
    await restoreKeys(sql, each(copy))
    forget()
    await expect(written(lisa)).rejects.toThrow('no key for this subject')
    expect(await written(nils)).toContain('Nils sjunger.')
  })

  it('a child who came after the copy of the keys keeps the key of the back-up', async () => {
    const copy = await newestCopyOfKeys(sql)
    setClock(inHours(1))
    const born = deps.newId()
    await deps.vault.newBox(admin, born)
    await restoreKeys(sql, each(copy))
    await expect(deps.vault.box(admin, born)).resolves.toBeDefined()
  })
})
