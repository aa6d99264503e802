import { sql as statement } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { readHeadKey, signHead } from '#modules/audit'
import { paths } from '#shared/paths.ts'
import { arvid, closeAll, months, nadja, recordOf, thanked } from '#test/archivists.ts'
import { joined, openMatter, tellFamily } from '#test/arrange.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import { backUp, each, newestCopyOfKeys, putBack } from '#test/back-up.ts'
import { asOwner, keysThatTurn } from '#test/turning-keys.ts'
import { admin, as, deps, inHours, lisa, nils, setClock, world } from '#test/world.ts'
import { newHeadKey } from '../audit/key-file.ts'
import { verifyLog } from '../audit/verify.ts'
import { restoreKeys } from '../keys/copy.ts'
import { rotateWhatIsDue } from '../keys/rotate.ts'
import { countsIn, listText, readList } from './list-file.ts'
import { addRules, approve, carryOut, hold, propose, release } from './retention.ts'

const owner = await asOwner()
const key = readHeadKey(newHeadKey())
const { now } = deps
const units = ['furuskolan', 'elevhalsan', 'familjestod'] as const
const page = (childId: string) => paths.child.to({ childId })

/** How many rows there are of everything. */
async function rowsOfAll(): Promise<Record<string, number>> {
  const { rows: tables } = await statement<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`.execute(admin)
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await statement<{
      n: number
    }>`select count(*)::int as n from ${statement.id(name)}`.execute(admin)
    counts[name] = rows[0]?.n ?? 0
  }
  return counts
}

const registers = () =>
  admin
    .selectFrom('register_entry')
    .selectAll()
    .orderBy('authority_id')
    .orderBy('disclosure_id')
    .orderBy('direction')
    .execute()

const opensFor = async (childId: string) => (await deps.vault.box(admin, childId)) !== undefined
const statusOf = async (who: 'maja' | 'sara' | 'eva', childId: string) =>
  (await as(who).get(page(childId))).status

/** Everybody stays signed in for the ten years of a story. */
const staySignedIn = () =>
  admin
    .updateTable('session')
    .set({ ends_at: months(130), authenticated_at: months(130), idle_minutes: 10_000_000 })
    .execute()

/** A plan with three units, something that Sofia told the school, and all of it ended the day after. */
async function arrange() {
  await world()
  await openMatter({ with: ['petra'] })
  await tellFamily('sara', 'jonas', 'lisaSelf')
  await joined('ali', 'familjestod')
  await lisasPlan()
  await thanked(lisa, 'sofia')
  await as('eva').post(paths.noticing.noticeChild.to({ childId: nils }), { sentence: 'Nils sjunger.' })
  await staySignedIn()
  setClock(inHours(24))
  await closeAll()
}

describe('a child whose time here is over, and an older back-up', () => {
  beforeEach(arrange)

  it('goes by a rule, and no back-up brings it back; the log holds, and so do the receipts', async () => {
    const { keeper, versions, forget } = keysThatTurn()
    await signHead(deps, key)
    await backUp()
    const receipts = await registers()
    expect(new Set(receipts.map(({ direction }) => direction))).toEqual(new Set(['sent', 'received']))
    const wrapped = await admin
      .selectFrom('subject_key')
      .select(['kek_version as version', 'wrapped'])
      .where('subject_id', '=', lisa)
      .executeTakeFirstOrThrow()

    // A dry run says what would go, twice the same, and nothing goes.
    setClock(months(61))
    await addRules(
      arvid,
      units.map((unit) => recordOf(unit, { validFrom: '2027-01-01' })),
    )
    const before = await rowsOfAll()
    const list = await propose(arvid)
    expect((await propose(arvid)).lines).toEqual(list.lines)
    const untouched = { ...(await rowsOfAll()), retention_run: 0, retention_item: 0 }
    expect(untouched).toEqual({ ...before, retention_run: 0, retention_item: 0 })

    // What is carried out is what the list said, once Nadja has said yes.
    await expect(carryOut(arvid, list.run)).rejects.toThrow('inte godkänd')
    await expect(approve(arvid, list)).rejects.toThrow('själv föreslagit')
    await approve(nadja, readList(listText(list)))
    const counts: { what: string; count: number }[] = JSON.parse(await carryOut(arvid, list.run))
    const listed = [...countsIn(list).values()].reduce((sum, count) => sum + count, 0)
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(listed)
    expect(counts.map(({ what }) => what)).toEqual(['child'])
    const [protocol] = await admin.selectFrom('retention_protocol').selectAll().execute()
    expect(protocol).toMatchObject({ proposed_by: 'kb_test_arvid', approved_by: 'kb_test_nadja' })
    expect(await registers()).toEqual(receipts)
    const later = await signHead(deps, key)
    expect((await verifyLog(owner, key.trusted)).faults).toEqual([])

    // The day after, the key is turned; thirty days later the old version is destroyed.
    setClock(months(61, 24 * 60))
    expect((await rotateWhatIsDue({ sql: owner, keys: versions, now })).added).toBe(true)
    setClock(months(61, 31 * 24 * 60))
    expect((await rotateWhatIsDue({ sql: owner, keys: versions, now })).destroyed).toEqual([1])
    const copy = await newestCopyOfKeys(owner)

    await putBack()
    forget()
    expect((await rowsOfAll())['item_version']).toBeGreaterThan(0)
    await expect(opensFor(lisa)).rejects.toThrow('key-encryption key 1 is missing')
    await restoreKeys(owner, each(copy))
    forget()
    await expect(opensFor(lisa)).rejects.toThrow('no key for this subject')
    await expect((async () => keeper.unwrap(lisa, wrapped))()).rejects.toThrow()
    expect(await opensFor(nils)).toBe(true)
    expect([await statusOf('maja', lisa), await statusOf('sara', lisa), await statusOf('eva', nils)]).toEqual(
      [404, 404, 200],
    )

    // The restored log is whole as far as it goes, goes on from there, and a witness says that it was longer.
    await signHead(deps, key)
    expect((await verifyLog(owner, key.trusted)).faults).toEqual([])
    await admin.deleteFrom('audit_head').where('number', '=', later.number).execute()
    expect((await verifyLog(owner, key.trusted, [later])).faults[0]?.text).toContain('äldre kopia')
    expect(await registers()).toEqual(receipts)
  })
})

describe('the rules, kind by kind and month by month', () => {
  beforeEach(arrange)

  const due = async (at: Date) => {
    setClock(at)
    return (await propose(arvid)).lines.map((line) => line.split(' ')[1])
  }
  const anew = async () => {
    for (const table of ['retention_item', 'retention_run', 'retention_rule'] as const)
      await admin.deleteFrom(table).execute()
  }

  it.each([1, 12, 60, 120])(
    'a record stays for %i months after its last entry, and not a minute more',
    async (count) => {
      const day = 24 * 60
      const [over, almost] = [months(count, day), months(count, day - 1)]
      // Familjestöd was shown the plan and has written nothing: it keeps no part of the record.
      for (const missing of [undefined, 'furuskolan', 'elevhalsan']) {
        await anew()
        await addRules(
          arvid,
          units.filter((unit) => unit !== missing).map((unit) => recordOf(unit, { months: count })),
        )
        expect([missing, await due(almost)]).toEqual([missing, []])
        expect([missing, await due(over)]).toEqual([missing, missing ? [] : ['child']])
      }
      // The one with the longest time decides; whoever is held stays.
      await anew()
      await addRules(
        arvid,
        units.map((unit) => recordOf(unit, { months: unit === 'elevhalsan' ? count + 1 : count })),
      )
      expect(await due(over)).toEqual([])
      expect(await due(months(count + 1, day))).toEqual(['child'])
      for (const ground of ['placed', 'asked_for', 'court', 'other_law'] as const) {
        await hold(arvid, lisa, ground)
        expect([ground, await due(months(count + 1, day))]).toEqual([ground, []])
        await release(nadja, lisa)
      }
      expect(await due(months(count + 1, day))).toEqual(['child'])
    },
  )
})
