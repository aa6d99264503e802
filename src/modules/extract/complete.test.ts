import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { familyEngagement } from '#shared/asking.ts'
import { paths } from '#shared/paths.ts'
import { everythingAboutLisa } from '#test/arrange-everything.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { namesIn, swedishIn } from '#test/swedish-left.ts'
import { admin, as, deps, id, inHours, lisa, type Person, sessionOf, setClock, world } from '#test/world.ts'
import { saidIn } from '#ui/say.tsx'
import { dataRegister } from '../../data-register/index.ts'
import { onPaper as meOnPaper } from './about-me/about-me.parts.tsx'
import { takeOutAboutMe } from './about-me/about-me.ts'
import { takeOut } from './ask/ask.ts'
import { onPaper } from './ask/extract.parts.tsx'
import { extractFile } from './ask/extract-data.parts.tsx'
import { told, toldAboutOneself, toldAnyway } from './told.ts'
import { untold } from './untold.ts'

// The right of access is to all of it (GDPR article 15): every column that tells about somebody is in an extract, or on the
// list of what is not, with the law's reason.

const { rows: columns } = await sql<{ table: string; column: string }>`
  select c.relname as table, a.attname as column
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and t.typname <> all ('{uuid,int4,int8,timestamptz}')`.execute(admin)

/** What is kept of those who work here only as such is their employer's to give. */
const tells = columns.filter(({ table }) => !['nobody', 'staff'].includes(dataRegister[table]?.about ?? ''))
const inExtract = (table: string, column: string) =>
  [...Object.keys(told[table]?.facts ?? {}), ...(told[table]?.sealed ?? [])].includes(column) ||
  [...(toldAnyway[table] ?? []), ...(toldAboutOneself[table] ?? [])].includes(column)
const isUntold = (table: string, column: string) => Boolean(untold[table] ?? untold[`${table}.${column}`])

describe('what an extract has in it, held against what there is', () => {
  it('every column that tells about somebody is told, or stands on the list of what is not, with a reason', () => {
    const forgotten = tells.filter(
      ({ table, column }) => !inExtract(table, column) && !isUntold(table, column),
    )
    expect(forgotten.map(({ table, column }) => `${table}.${column}`)).toEqual([])
    const both = tells.filter(({ table, column }) => inExtract(table, column) && isUntold(table, column))
    expect(both.map(({ table, column }) => `${table}.${column}`)).toEqual([])
  })

  it('and neither list has anything that is not there', () => {
    const there = new Set(columns.map((one) => `${one.table}.${one.column}`))
    for (const [table, reason] of Object.entries(untold)) {
      expect([table, reason.length > 15]).toEqual([table, true])
      expect([table, Boolean(dataRegister[table]) || there.has(table)]).toEqual([table, true])
    }
    for (const [table, { sealed = [] }] of Object.entries(told))
      for (const column of sealed) expect(there).toContain(`${table}.${column}`)
  })
})

const page = paths.extract.ask.to({ childId: lisa })

/** Asked for, looked through with everything given, and taken out. */
async function extractOf(who: Person) {
  await as(who).post(page)
  const { id: requestId } = await admin
    .selectFrom('extract_request')
    .select('id')
    .where('asked_by', '=', id(who))
    .where('unit_id', '=', id('furuskolan'))
    .executeTakeFirstOrThrow()
  const review = paths.extract.review.to({ childId: lisa, requestId })
  const shown = await (await as('maja').get(review)).text()
  const names = [...shown.matchAll(/name="(part-[\da-f-]+)"/g)].map(([, name = '']) => name)
  const given = await as('maja').post(review, Object.fromEntries(names.map((name) => [name, 'give'])))
  expect(given.status).toBe(303)
  const file = extractFile.parse(
    await (await as(who).get(paths.extract.json.to({ childId: lisa, requestId }))).json(),
  )
  const paper = await as(who).get(paths.extract.pdf.to({ childId: lisa, requestId }))
  expect(paper.headers.get('content-type')).toBe('application/pdf')
  return { file, whole: JSON.stringify(file), shown, requestId }
}

/** All that the paper says by itself: not what somebody has written or is called. */
const saidOn = (paper: unknown): string[] => {
  if (typeof paper === 'string') return [paper]
  if (paper === null || typeof paper !== 'object' || 'written' in paper || 'drawing' in paper) return []
  return Object.values(paper).flatMap(saidOn)
}

describe('an extract of a child about whom everything is kept', () => {
  let canaries: readonly string[] = []
  const got = new Map<Person, Awaited<ReturnType<typeof extractOf>>>()
  const aboutMe = new Map<Person, string>()
  beforeAll(async () => {
    await world()
    await lisaWithPlan()
    canaries = await everythingAboutLisa()
    setClock(inHours(1))
    for (const who of ['sara', 'jonas'] as const) {
      got.set(who, await extractOf(who))
      aboutMe.set(who, await (await as(who).get(paths.aboutMe.json.to({}))).text())
    }
    await admin.updateTable('child').set({ born_on: '2008-03-14' }).where('id', '=', lisa).execute()
    got.set('lisaSelf', await extractOf('lisaSelf'))
  }, 120_000)

  it.each(['sara', 'jonas', 'lisaSelf'] as const)('gives %s every sealed text', (who) => {
    const { whole = '' } = got.get(who) ?? {}
    expect(canaries.length).toBeGreaterThan(24)
    expect(canaries.filter((canary) => !whole.includes(canary))).toEqual([])
  })

  it.each(['sara', 'jonas', 'lisaSelf'] as const)('gives %s every fact, in words too', (who) => {
    const facts = got.get(who)?.file.parts.flatMap((part) => part.facts) ?? []
    const names = new Set(facts.map(({ name }) => name))
    const missing = Object.entries(told).flatMap(([table, { facts: all = {} }]) =>
      Object.keys(all)
        .filter((column) => !names.has(`${table}.${column}`))
        .map((column) => `${table}.${column}`),
    )
    expect(missing).toEqual([])
    const codes = facts.filter(({ value, raw }) => value === raw && /^[a-z]+(_[a-z]+)+$/.test(value))
    expect(codes).toEqual([])
  })

  it('says to each of the parents what is noted of them, of the child and of what they asked', () => {
    for (const [who, called] of [
      ['sara', 'mamma'],
      ['jonas', 'pappa'],
    ] as const) {
      const { file } = got.get(who) ?? {}
      expect(file?.about).toMatchObject({
        bornOn: '2018-03-14',
        places: [{ unit: 'Furuskolan', from: '2024-08-15' }],
        guardian: [{ kind: 'guardian', called, source: 'folkbokföringen' }],
        you: { phones: [`070-174 06 ${who === 'sara' ? '11' : '12'}`] },
      })
      expect(file?.questions).toEqual([
        {
          asked: '2026-11-23',
          due: '2026-12-08',
          day: '2026-11-22',
          question: `Varför? ${who}`,
          answer: 'Därför.',
        },
      ])
    }
    expect(JSON.stringify(got.get('sara')?.file)).not.toContain('Varför? jonas')
  })

  it('gives each parent their own words at once, and not the other’s', () => {
    const own = { sara: ['objection.body', 'agreement_reason.body'], jonas: ['meeting_words.body'] }
    for (const word of own.sara) {
      expect([word, aboutMe.get('sara')?.includes(word)]).toEqual([word, true])
      expect([word, aboutMe.get('jonas')?.includes(word)]).toEqual([word, false])
    }
    for (const word of own.jonas) expect([word, aboutMe.get('jonas')?.includes(word)]).toEqual([word, true])
    expect(aboutMe.get('sara')).toContain('070-174 06 11')
  })

  it('leaves no Swedish on the paper of one who reads Arabic, but names and what people wrote', async () => {
    const asking = { session: sessionOf('sara'), requestId: deps.newId(), madeUnder: familyEngagement }
    await admin.updateTable('child').set({ born_on: '2018-03-14' }).where('id', '=', lisa).execute()
    const given = await takeOut(deps, { ...asking, childId: lisa }, got.get('sara')?.requestId ?? '')
    const mine = await takeOutAboutMe(deps, { ...asking, childId: undefined, requestId: deps.newId() })
    if (!given.ok || !mine.ok) throw new Error('neither is barred for Sara')
    const names = await namesIn(admin)
    for (const make of [() => onPaper(given.value), () => meOnPaper(mine.value)]) {
      const said = saidIn('ar', () => saidOn(make()))
      expect(said.length).toBeGreaterThan(20)
      expect(swedishIn(`<body>${said.join('\n')}`, names)).toEqual([])
    }
  })

  it('points out to the unit what is about somebody else', () => {
    const parts = got.get('sara')?.shown.split('<section') ?? []
    const pointedOut = (words: string) =>
      parts.find((part) => part.includes(words))?.includes('Handlar också om någon annan')
    for (const words of ['important_adult.body', 'meeting_words.body', 'consent_basis.body'])
      expect([words, pointedOut(words)]).toEqual([words, true])
    for (const words of ['family_talk_note.body', 'follow_up_part.body', 'objection.body'])
      expect([words, pointedOut(words)]).toEqual([words, false])
  })

  it('has a shape that is written down: docs/proof/registerutdrag.schema.json', () => {
    const written = readFileSync('docs/proof/registerutdrag.schema.json', 'utf8')
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(extractFile))))
  })

  it('every sealed column that is told is among the canaries', () => {
    const sealed = Object.entries(told).flatMap(([table, { sealed: all = [] }]) =>
      all.map((column) => `Kanariefågeln ${table}.${column} sjunger`),
    )
    expect(sealed.filter((canary) => !canaries.includes(canary))).toEqual([])
  })
})
