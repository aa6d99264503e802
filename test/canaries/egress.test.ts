import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '#app'
import { readHeadKey, signHead } from '#modules/audit'
import { paths } from '#shared/paths.ts'
import { Vault } from '#shared/vault.ts'
import { arvid, months, nadja, ruleOf, thanked } from '#test/archivists.ts'
import { lisasMark, markAsProtected, openMatter } from '#test/arrange.ts'
import { mayBeTold } from '#test/arrange-organisation.ts'
import { newestCopyOfKeys } from '#test/back-up.ts'
import { inside } from '#test/noninterference/happens-inside.ts'
import { asOwner } from '#test/turning-keys.ts'
import {
  admin,
  as,
  assign,
  deps,
  engagementOf,
  id,
  lisa,
  noon,
  people,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'
import { newHeadKey } from '#tools/audit/key-file.ts'
import { verifyLog } from '#tools/audit/verify.ts'
import { shreddedSubjects, versionsInUse } from '#tools/keys/key-rows.ts'
import { countsIn, listText, readList } from '#tools/retention/list-file.ts'
import { addRules, approve, carryOut, propose } from '#tools/retention/retention.ts'
import { listSettings, newest, tell } from '#tools/settings/settings.ts'
import { dataRegister } from '../../src/data-register/index.ts'
import { type Bird, birdNamed, birds, birdsIn, found, hatch, letThemOut } from './birds.ts'
import { everythingIsWritten, happen } from './stage.ts'
import {
  atRest,
  crawl,
  lines,
  listen,
  type Reader,
  type Seen,
  sendEverything,
  stopListening,
  walPosition,
  writeAhead,
} from './ways-out.ts'

// A word of its own in every place where something is written about somebody; then every way out, searched for all of them.

letThemOut()
const owner = await asOwner()

/** Of what lies in clear: names, and what leads to a person. Codes, days and the names of organisations are nobody's secret. */
const namesInClear = [
  'child.given_name',
  'child.family_name',
  'person.given_name',
  'person.family_name',
  'guardianship.called',
  'meeting_party.called',
  'identity.subject',
]
const sealedColumns = Object.entries(dataRegister).flatMap(([table, { columns }]) =>
  Object.entries(columns).flatMap(([column, how]) => (how === 'sealed' ? [`${table}.${column}`] : [])),
)
const empty = () => {
  const filled = new Set(birds().flatMap(({ nests }) => [...nests]))
  return [...sealedColumns, ...namesInClear].filter((column) => !filled.has(column))
}

/** Who has seen what, as far as the pages went. */
const seen = new Map<Reader, Seen>()
const readers: readonly Reader[] = [...people, 'nobody']
const seenBy = ({ name }: Bird) => readers.filter((who) => seen.get(who)?.birds.has(name))
const seenOf = (who: Reader) => [...(seen.get(who)?.birds ?? [])].map(birdNamed)

/** Where a text lies, and who wrote it in which field: without the ids that some fields end with. */
const labelOf = ({ nests, from }: Bird) =>
  `${[...nests].join(', ') || 'nowhere'} (${from.replace(/-[0-9a-f-]{36}$/, '')})`

function matrix(): string {
  const rows = birds().map((bird) => `| ${labelOf(bird)} | ${seenBy(bird).join(' ') || '–'} |`)
  return [
    '# Who has seen what',
    '',
    'Each text in the county of `test/canaries/stage.ts`, where it lies, and who finds it on a page or in a document, with',
    'every address there is. Written by `test/canaries/egress.test.ts`; a change here is a change in who may read.',
    '',
    '| where it lies (written by) | who finds it |',
    '|---|---|',
    ...new Set(rows),
    '',
  ].join('\n')
}

/** Read at once: what is written ahead is soon written over. */
let carriedAway: string[] = []
beforeAll(async () => {
  const began = await walPosition()
  listen()
  await everythingIsWritten()
  carriedAway = await writeAhead(began)
  for (const who of readers) seen.set(who, await crawl(who))
}, 600_000)
afterAll(stopListening)

const isLisas = ({ from }: Bird) => from === 'the child'

describe('before anybody is protected', () => {
  it('each text is found by those who may read it and by nobody else: docs/proof/canaries.md', async () => {
    await expect(matrix()).toMatchFileSnapshot('../../docs/proof/canaries.md')
  })

  it.each<[Reader, readonly string[]]>([
    ['nobody', []],
    ['karin', []],
    ['rut', []],
    // The swim club was let in, and then Lisa said no.
    ['ingrid', []],
    // Only what she gave as a reason herself could be hers, and that is for whoever looks through it.
    ['birgit', []],
    // Eva looks through the log of BVC, and reads why it was opened in an emergency: not what was opened.
    ['eva', ['break_glass.body', 'log_review.body']],
  ])('%s, who is not with her, finds nothing of anybody’s', (who, may) => {
    const all = seenOf(who).map(labelOf)
    expect(all.filter((label) => !may.some((column) => label.startsWith(column)))).toEqual([])
    expect(seen.get(who)?.opened).toBeGreaterThan(9)
  })

  it('Jonas, who must not know, finds nothing but his own name and telephone, and his child’s name', () => {
    const others = seenOf('jonas').filter((bird) => bird.from !== 'jonas' && !isLisas(bird))
    expect(others.map(labelOf)).toEqual([])
  })

  it('none stands in an address, a cookie, the name of a file or another header', () => {
    expect(readers.flatMap((who) => seen.get(who)?.inHeaders ?? [])).toEqual([])
  })
})

describe('every form, with something of one’s own in every field', () => {
  it.each(['nobody', 'karin', 'jonas', 'eva'] as const)(
    'answers %s with nobody else’s words',
    async (who) => {
      const { statuses, inHeaders, others } = await sendEverything(who)
      expect([inHeaders, others.filter((one) => !isOwn(who, one))]).toEqual([[], []])
      expect(statuses.get(who === 'nobody' ? 401 : 404)).toBeGreaterThan(50)
    },
  )
  const isOwn = (who: Reader, line: string) =>
    birdsIn(line).every((name) => birdNamed(name).from.startsWith(who) || seen.get(who)?.birds.has(name))

  it('a fault says neither what was written nor where', async () => {
    const notice = paths.noticing.noticeChild.to({ childId: lisa })
    const broken = new Vault(deps)
    broken.box = async () => {
      throw new Error(`row ${hatch('a fault')}`)
    }
    const answers = [
      await withoutAudit(() => as('petra').post(notice, { sentence: 'Lisa ritar gärna.' })),
      await createApp({ ...deps, vault: broken }, { cookieName: 'kb-test', demo: false }).request(notice, {
        method: 'POST',
        headers: { Cookie: 'kb-test=token of petra' },
        body: new URLSearchParams({
          engagement: id('petra at furuskolan'),
          submission: id('broken'),
          sentence: 'Hon sover.',
        }),
      }),
      await as('petra').post(notice, { sentence: ' ', submission: 'none' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([503, 500, 422])
    for (const answer of answers) {
      expect(found(JSON.stringify([...answer.headers]))).toEqual([])
      const others = birdsIn(await answer.text())
        .map(birdNamed)
        .filter(({ from }) => !from.startsWith('petra'))
      expect(others.filter((bird) => !isLisas(bird))).toEqual([])
    }
  })
})

const mayNotKnow = [
  'stig',
  'petra',
  'sofia',
  'ali',
  'ingrid',
  'birgit',
  'rut',
  'eva',
  'karin',
  'nobody',
] as const

const lisasShield = { childId: lisa, markId: lisasMark }
const shield = async (act: 'group' | 'lift', fields: Record<string, string>) =>
  expect((await as('maja').post(paths.shield[act].to(lisasShield), fields)).status).toBe(303)

/** The register tells of a new guardian, and Maja says why it is not so. */
async function registerSaysNo() {
  const says = { childId: lisa, saysId: id('the register says') }
  const name = JSON.stringify({ givenName: hatch('name'), familyName: hatch('name') })
  const name_sealed = deps.keys.sealForUs('register name', name, Buffer.alloc(12, 7))
  await admin
    .insertInto('register_says')
    .values({
      child_id: lisa,
      id: says.saysId,
      fact: 'new_guardian',
      number_hash: Buffer.from('nora'),
      ...{ told_at: noon, said_at: noon, name_sealed },
    })
    .execute()
  const no = { submission: id('no'), answer: 'no', note: 'Det är mormor.' }
  expect((await as('maja').post(paths.registerSays.to(says), no)).status).toBe(303)
}

/** Sara asks for another BBA, Stig lets it be, and Maja lets Petra be it all the same. */
async function anotherIsNamed() {
  const [at, requestId] = [{ childId: lisa }, id('another is asked for')]
  const ask = { submission: requestId, why: 'Vi vill börja om.' }
  expect((await as('sara').post(paths.lead.ask.to(at), ask)).status).toBe(303)
  const keep = { outcome: 'keep', words: 'Hon är den som finns.' }
  expect((await as('stig').post(paths.lead.answer.to({ ...at, requestId }), keep)).status).toBe(303)
  const { tenure_id: seen } = await admin
    .selectFrom('lead_request')
    .select('tenure_id')
    .executeTakeFirstOrThrow()
  const choice = { seen, who: engagementOf('petra'), why: 'Petra har tid.' }
  expect((await as('maja').post(paths.lead.show.to(at), choice)).status).toBe(303)
}

describe('when Lisa has been marked as protected', () => {
  beforeAll(async () => {
    expect((await markAsProtected()).status).toBe(303)
    for (const who of mayNotKnow) seen.set(who, await crawl(who))
    await assign('petra', lisa, 'work')
    await mayBeTold('petra')
    await shield('group', { add: engagementOf('petra') })
    await shield('lift', { submission: id('lift'), source: 'skatteverket' })
    const no = { proposal: id('lift'), answer: 'nej', why: 'Vi väntar in polisen.' }
    expect((await as('petra').post(paths.shield.decide.to(lisasShield), no)).status).toBe(303)
    await registerSaysNo()
    await anotherIsNamed()
  }, 300_000)

  it('every column that can tell of somebody has had a canary', () => expect(empty()).toEqual([]))

  it.each(mayNotKnow)('%s finds neither her name nor her number', (who) =>
    expect(seenOf(who).filter(isLisas)).toEqual([]),
  )

  it('nothing lies in clear but the names of those who are not protected', async () => {
    const inClear = await atRest()
    expect(inClear.filter((one) => !namesInClear.some((column) => one.startsWith(`${column} `)))).toEqual([])
    expect(inClear.filter((one) => birdsIn(one).map(birdNamed).some(isLisas))).toEqual([])
    expect(inClear.length).toBeGreaterThan(3)
  })

  it('what is written goes to a replica and to the back-up of the write-ahead log sealed', () => {
    const carried = carriedAway.map(birdNamed)
    // Names are in clear before the mark, and show that it is searched.
    const clear = carried.filter(({ nests }) => [...nests].some((column) => namesInClear.includes(column)))
    expect(clear.length).toBeGreaterThan(3)
    expect(carried.filter((bird) => bird.nests.size > 0 && !clear.includes(bird)).map(labelOf)).toEqual([])
  })
})

describe('what the operator has in hand', () => {
  it('heads, settings, keys and the proof of the log tell of nobody', async () => {
    const key = readHeadKey(newHeadKey())
    const head = await signHead(deps, key)
    const told = [
      head,
      await as('nobody')
        .get(paths.auditHeads.to({}))
        .then((answer) => answer.text()),
      newest(await listSettings({ sql: owner })).map(tell),
      [...(await versionsInUse(owner))],
      await shreddedSubjects(owner),
      await newestCopyOfKeys(owner),
      await verifyLog(owner, key.trusted),
    ]
    expect(found(JSON.stringify(told))).toEqual([])
  })

  it('nor does what is to be taken away, what was, and what remains of it', async () => {
    await world()
    await thanked(lisa)
    await addRules(arvid, [ruleOf('furuskolan')])
    setClock(months(7))
    const list = await propose(arvid)
    await approve(nadja, readList(listText(list)))
    const told = [listText(list), [...countsIn(list)], await carryOut(arvid, list.run)]
    expect(list.lines.length).toBeGreaterThan(0)
    expect(found(JSON.stringify(told))).toEqual([])
    const left = await sql<{ text: string }>`select p::text as text from retention_protocol p`.execute(admin)
    expect([left.rows.length > 0, found(JSON.stringify(left.rows))]).toEqual([true, []])
  })

  it('nor any line that the program has said in all this', () => {
    expect(lines.length).toBeGreaterThan(100)
    expect(found(lines.join('\n'))).toEqual([])
  })
})

describe('a leak is found', () => {
  it('in whatever way it is written', () => {
    const bird = hatch('planted')
    const [text, bytes] = [`före ${bird} efter`, Buffer.from(`x${bird}`)]
    for (const way of [
      text,
      text.toUpperCase(),
      encodeURIComponent(text),
      bytes.toString('hex'),
      bytes.toString('base64'),
    ])
      expect([way, found(way).length > 0]).toEqual([way, true])
    for (const before of ['', 'x', 'xx', 'xxx']) expect(found(btoa(before + bird))).not.toEqual([])
    for (const other of ['Kanariefågeln', 'kanarie1q', 'Lisa']) expect(found(other)).toEqual([])
  })

  it('in a line, in a column, and on a page when a wall has a hole', async () => {
    console.error('what went wrong', hatch('planted'))
    expect(found(lines.join('\n'))).not.toEqual([])
    const [bird, other] = [hatch('planted'), hatch('planted')]
    await sql`update municipality set name = ${bird}`.execute(admin)
    await sql`update engagement set title = ${other}`.execute(admin)
    expect(await atRest()).toEqual(
      expect.arrayContaining([`municipality.name ${bird}`, `engagement.title ${other}`]),
    )
    await world()
    await openMatter()
    await happen(inside, 'what Lisa told Petra only')
    const wheel = async () =>
      found(await (await as('maja').get(paths.wheel.show.to({ childId: lisa }))).text())
    expect(await wheel()).toEqual([])
    for (const table of ['item', 'item_version'])
      await sql`create policy leak on ${sql.id(table)} for select to kb_app using (true)`.execute(admin)
    expect(await wheel()).not.toEqual([])
  })
})
