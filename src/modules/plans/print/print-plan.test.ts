import { beforeEach, describe, expect, it } from 'vitest'
import { planPdf } from '#modules/documents'
import { familyEngagement } from '#shared/asking.ts'
import { paths } from '#shared/paths.ts'
import { bar, markAsProtected } from '#test/arrange.ts'
import { actions, goals, lisaWithPlan } from '#test/arrange-plan.ts'
import { headingsIn } from '#test/pdf.ts'
import {
  admin,
  as,
  auditRows,
  deps,
  id,
  inHours,
  lisa,
  noon,
  type Person,
  sessionOf,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'
import { onPaper } from './print-plan.parts.tsx'
import { forChild, printPlan } from './print-plan.ts'

const address = paths.plan.pdf.to({ childId: lisa })
const bytesOf = async (who: Person, query = '') =>
  Buffer.from(await (await as(who).get(`${address}${query}`)).arrayBuffer())
/** Every word on the paper, as it goes to the printer. */
const wordsOf = async (who: Person, unit?: string) => {
  const asking = {
    session: sessionOf(who),
    childId: lisa,
    requestId: deps.newId(),
    madeUnder: familyEngagement,
  }
  const printed = await printPlan(deps, asking, unit)
  return printed.ok ? JSON.stringify(onPaper(printed.value)) : printed.error.kind
}

describe('the plan on paper', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('is a tagged PDF in Swedish, for the one who printed it, with days that bear their year', async () => {
    const answer = await as('sara').get(address)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ])
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    for (const mark of ['%PDF-', '/StructTreeRoot', '/Lang (sv)', 'pdfuaid:part>1<', 'Barnets plan'])
      expect(pdf).toContain(mark)
    const words = await wordsOf('sara')
    for (const text of [
      'Utskrift 24 november 2026 för Sara Holmgren',
      'Tisdag 15 december 2026 klockan 14.30',
      'till 22 december 2026',
    ])
      expect(words.toLowerCase()).toContain(text.toLowerCase())
    expect((await auditRows())[0]).toEqual(['sara', 'plan.print', 'done', lisa])
  })

  it('bears on every page who took it out, where they work and when, also when it is for somebody else', async () => {
    for (const reader of [undefined, id('sara')])
      expect(await wordsOf('maja', reader)).toContain(
        'Maja Lindgren, rektor, Furuskolan, 24 november 2026 kl 12.00',
      )
    expect(await wordsOf('sara')).toContain('Sara Holmgren, 24 november 2026 kl 12.00')
  })

  it('the twenty-first print of a day is refused with what to do instead', async () => {
    for (let time = 0; time < 20; time++) expect((await as('sara').get(address)).status).toBe(200)
    const answer = await as('sara').get(address)
    expect([answer.status, answer.headers.get('content-type')?.startsWith('text/html')]).toEqual([403, true])
    expect(await answer.text()).toContain('be en kollega')
    expect((await as('jonas').get(address)).status).toBe(200)
    setClock(inHours(24))
    expect((await as('sara').get(address)).status).toBe(200)
  })

  it('holds Ingrid’s own part for Ingrid, and Maja can print the same for somebody without an account', async () => {
    for (const words of [await wordsOf('ingrid'), await wordsOf('maja', id('gaddan'))]) {
      expect(words).toContain('Simskola på lördagar')
      for (const text of ['Läsa tillsammans', 'lugnt', 'Familjestöd', 'Ring Maja'])
        expect(words).not.toContain(text)
    }
  })

  it('Maja prints for Jonas what Jonas may read, and for Lisa what both her parents may', async () => {
    await bar('jonas', actions.sleep)
    await as('sara').post(paths.plan.followUp.to({ childId: lisa }), {
      [`words-${actions.reading}`]: 'Bara för er.',
    })
    for (const reader of [id('jonas'), 'barnet']) {
      const words = await wordsOf('maja', reader)
      expect(words).toContain('Läsa tillsammans')
      for (const text of ['Samtal om sömn', 'Bara för er.']) expect(words).not.toContain(text)
    }
    expect(await wordsOf('maja', id('sara'))).toContain('Samtal om sömn')
    await bar('jonas')
    expect(await wordsOf('maja', id('jonas'))).toBe('not-found')
    expect(await wordsOf('maja', id('karin'))).toBe('not-found')
  })

  it('Sara reads Arabic: so does the paper that Maja prints for her, and her own; Jonas’s stays Swedish', async () => {
    await as('sara').post(paths.language.to({}), { sprak: 'ar' })
    const goal = 'Jag vill ha någon att vara med på rasten.'
    const [inArabic, inSwedish] = ['من هو المسؤول', 'Vem som ansvarar']
    for (const paper of [await bytesOf('sara'), await bytesOf('maja', `?for=${id('sara')}`)]) {
      expect(headingsIn(paper)).toEqual(expect.arrayContaining([inArabic, goal]))
      expect(headingsIn(paper)).not.toContain(inSwedish)
      for (const mark of ['/Lang (ar)', 'pdfuaid:part>1<']) expect(paper.toString('latin1')).toContain(mark)
    }
    for (const query of ['', `?for=${id('jonas')}`, '?for=barnet', `?for=${id('sara')}&sprak=sv`])
      expect(headingsIn(await bytesOf('maja', query))).toEqual(expect.arrayContaining([inSwedish, goal]))
    expect(headingsIn(await bytesOf('jonas'))).toContain(inSwedish)
    const inSomali = await bytesOf('maja', `?for=${id('jonas')}&sprak=so`)
    expect(headingsIn(inSomali)).toContain('Qofka masuulka ah')
    // The goal is Swedish in Latin letters, as the Somali round it, and is read aloud as Swedish.
    for (const mark of ['/Lang (so)', '/Lang (sv)']) expect(inSomali.toString('latin1')).toContain(mark)
    expect((await bytesOf('maja')).toString('latin1')).not.toContain('/Lang (so)')
  })

  it('nobody else prints the part of another', async () => {
    for (const who of ['sara', 'ali', 'ingrid'] as const)
      expect((await as(who).get(`${address}?for=${id('gaddan')}`)).status).toBe(404)
    for (const who of [id('nobody'), 'x', ''])
      expect((await as('maja').get(`${address}?for=${who}`)).status).toBe(404)
  })

  it('bears beside a text what somebody does not agree with and the answer, for whoever may read that', async () => {
    await says('sara', 'Petra läser inte på torsdagar.')
    await says('jonas', 'Jag vill läsa med henne också.', 'ja')
    await says('lisaSelf', 'Boken är för svår.')
    for (const who of ['maja', 'sara'] as const) {
      const words = await wordsOf(who)
      for (const text of [
        'Mamma håller inte med, 24 november 2026',
        '”Petra läser inte på torsdagar.”',
        'Svar kommer senast 8 december 2026.',
      ])
        expect([who, words.includes(text)]).toEqual([who, true])
    }
    const answer = paths.objection.answer.to({ childId: lisa, objectionId: id('sara says so') })
    await as('maja').post(answer, { outcome: 'stands', why: 'Petra har bytt dag.' })
    for (const reader of [
      undefined,
      id('sara'),
      id('jonas'),
      forChild,
      id('furuskolan'),
      id('familjestod'),
    ]) {
      const words = await wordsOf('maja', reader)
      const hasText = reader !== id('familjestod')
      const told = ['inte på torsdagar', 'Petra har bytt dag.', 'läsa med henne också', 'Boken är för svår']
      const forStaff = reader === undefined || reader === id('furuskolan')
      expect([reader, told.map((text) => words.includes(text))]).toEqual([
        reader,
        [forStaff || reader === id('sara'), forStaff || reader === id('sara'), hasText, reader === undefined],
      ])
    }
    expect(await wordsOf('maja', id('sara'))).toContain('En vårdnadshavare håller inte med')
    const pdf = await bytesOf('maja', `?for=${id('sara')}`)
    expect(pdf.toString('latin1')).toContain('pdfuaid:part>1<')
  })

  it('says for another what is about the version on the paper, when an earlier one may be kept from them', async () => {
    await says('jonas', 'Jag vill läsa med henne också.', 'ja')
    setClock(inHours(2))
    const change = paths.plan.changeAction.to({ childId: lisa, partId: actions.reading })
    const page = await (await as('maja').get(change)).text()
    const version = /name="version" value="([^"]*)"/.exec(page)?.[1] ?? ''
    const what = 'Läsa tillsammans på måndagar'
    const changed = {
      submission: id('a change'),
      version,
      what,
      who: 'Petra Ek',
      when: 'Måndagar',
      unit: id('furuskolan'),
    }
    expect((await as('maja').post(change, { ...changed, goal: goals.book, state: 'ongoing' })).status).toBe(
      303,
    )
    const holds = async (reader?: string) => {
      const words = await wordsOf('maja', reader)
      return [words.includes(what), words.includes('läsa med henne också')]
    }
    const readers = [undefined, id('sara'), id('furuskolan')]
    expect(await Promise.all(readers.map(holds))).toEqual([
      [true, true],
      [true, true],
      [true, false],
    ])
    await bar('sara', actions.sleep)
    expect(await holds(id('sara'))).toEqual([true, false])
  })

  it('an action that is kept from Jonas gives him not another byte', async () => {
    await admin.deleteFrom('plan_part').where('part_id', '=', actions.sleep).execute()
    const without = await bytesOf('jonas')
    await world()
    await lisaWithPlan()
    expect((await bytesOf('jonas')).equals(without)).toBe(false)
    await bar('jonas', actions.sleep)
    expect((await bytesOf('jonas')).equals(without)).toBe(true)
  })

  it('of a protected child it tells neither who nor where, whoever takes it out and for whom', async () => {
    expect(await wordsOf('maja', id('sara'))).toContain('Furuskolan')
    await markAsProtected()
    const papers = [
      await wordsOf('maja'),
      await wordsOf('maja', id('sara')),
      await wordsOf('maja', forChild),
      await wordsOf('maja', id('familjestod')),
      await wordsOf('sara'),
      await wordsOf('ali'),
    ]
    for (const paper of papers) {
      expect(paper).toContain('Utskrift 24 november 2026')
      // What somebody has written in the plan itself stays as it was written.
      const made = paper.replace('läsning, på Furuskolan', '')
      expect(made).not.toMatch(/Furuskolan|Elevhälsan i|Familjestöd Alvesta|Lindgren|[Ss]kydda[dt]/)
    }
    for (const paper of papers.slice(0, 4)) expect(paper).toContain('"name":"Barnet"')
    expect(await wordsOf('sara')).toContain('Lisa')
  })

  it('nothing anybody has written becomes an instruction to the printer', () => {
    const odd = '#panic("x") #read("/etc/passwd") $x$ *b* <l> @ref \\ 中文 😀'
    const notes = [{ title: odd, texts: [odd, '\n#'] }]
    const plan = { ...empty, name: odd, notes }
    expect(Buffer.from(planPdf(plan, noon)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('is hidden from strangers, and not printed without the log', async () => {
    for (const who of ['petra', 'sofia', 'eva'] as const)
      expect((await as(who).get(address)).status).toBe(404)
    const answer = await withoutAudit(() => as('sara').get(address))
    expect([answer.status, answer.headers.get('content-type')?.startsWith('text/html')]).toEqual([503, true])
  })
})

async function says(who: Person, words: string, open?: string) {
  const form = paths.objection.say.to({ childId: lisa, thingId: actions.reading })
  const seen = /name="seen" value="(\d+)"/.exec(await (await as(who).get(form)).text())?.[1] ?? ''
  const submission = id(`${who} says so`)
  expect((await as(who).post(form, { submission, words, seen, ...(open && { open }) })).status).toBe(303)
}

const empty = {
  name: 'Lisa',
  lead: '',
  next: { label: '', value: '' },
  responsible: [],
  contacts: [],
  notes: [],
  compact: true,
  goalsTitle: '',
  goals: [],
  footer: '',
  watermark: '',
}
