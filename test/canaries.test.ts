import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting } from '#test/arrange-meeting.ts'
import { actions, lineOf, lisasPlan } from '#test/arrange-plan.ts'
import { watchSeals, waysOfWriting } from '#test/seals.ts'
import { admin, as, id, inHours, lisa, type Person, setClock, world } from '#test/world.ts'

// Texts that the demo county's stories do not tell: each is written through its page, and lies nowhere in clear.

const seals = watchSeals()
const at = { childId: lisa }
const canary = (name: string) => `Kanariefågeln ${name} sjunger`
const send = async (who: Person, path: string, form: Record<string, string>) =>
  expect([path, (await as(who).post(path, form)).status]).toEqual([path, expect.toBeOneOf([200, 303])])

/** Sealed in that column of that table, and in clear in no table at all. */
async function liesSealed(name: string, table: string, column = 'body') {
  const { rows } = await sql<{ hex: string }>`select encode(${sql.id(column)}, 'hex') as hex
    from ${sql.id(table)} where ${sql.id(column)} is not null`.execute(admin)
  const mine = seals
    .filter(({ texts }) => texts.includes(canary(name)))
    .map(({ sealed }) => sealed.toString('hex'))
  expect([name, rows.some(({ hex }) => mine.includes(hex))]).toEqual([name, true])
  expect([name, await tablesWith(canary(name))]).toEqual([name, []])
}

const { rows: tables } = await sql<{ name: string }>`select relname as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(admin)

/** Where a text stands in clear, in one way of writing it or another. */
async function tablesWith(text: string): Promise<string[]> {
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql`select from ${sql.id(name)} t where exists (
      select from unnest(${waysOfWriting(text)}::text[]) form where position(form in t::text) > 0) limit 1`.execute(
      admin,
    )
    if (rows.length > 0) found.push(name)
  }
  return found
}

describe('what is written lies sealed', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
  })

  it('and the search would find it, also where the bytes of a text lie unsealed', async () => {
    expect((await tablesWith('Holmgren')).toSorted()).toEqual(['child', 'person'])
    await admin
      .updateTable('subject_key')
      .set({ wrapped: Buffer.from(`före ${canary('byte')} efter`) })
      .where('subject_id', '=', id('petra'))
      .execute()
    expect(await tablesWith(canary('byte'))).toEqual(['subject_key'])
  })

  it('as a draft, and as the reason why something was sent back', async () => {
    const notice = paths.noticing.noticeChild.to(at)
    await send('petra', `${paths.draft.to({})}?for=${notice}`, { sentence: canary('utkast') })
    await liesSealed('utkast', 'draft')
    await send('petra', notice, { sentence: canary('uppmärksammat') })
    await liesSealed('uppmärksammat', 'item_version')
    const noticing = await admin.selectFrom('noticing').select('item_id').executeTakeFirstOrThrow()
    const receive = paths.noticing.receive.to({ ...at, itemId: noticing.item_id })
    await as('maja').get(receive)
    await send('maja', receive, { decision: 'sent_back', why: canary('tillbaka') })
    await liesSealed('tillbaka', 'noticing_handling')
  })

  it('as what somebody does not agree with, and the answer', async () => {
    await lisasPlan()
    const form = paths.objection.say.to({ ...at, thingId: actions.reading })
    const page = await (await as('sara').get(form)).text()
    const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? ''
    const objectionId = id('an objection')
    await send('sara', form, { submission: objectionId, seen, words: canary('stämmer inte') })
    await liesSealed('stämmer inte', 'objection')
    const answer = { outcome: 'stands', why: canary('står kvar') }
    await send('maja', paths.objection.answer.to({ ...at, objectionId }), answer)
    await liesSealed('står kvar', 'objection_answer')
  })

  it('as what an invitation says to somebody', async () => {
    await callMeeting({ prepareFamily: canary('förbered') })
    await liesSealed('förbered', 'meeting_invitation')
  })

  it('as the answer to a hand-over', async () => {
    const ids = { ...at, handoverId: id('the hand-over') }
    const sentences = { necessary: canary('regel'), relevant: 'Det är deras.', proportionate: 'Bara det.' }
    await send('maja', paths.plan.start.to(at), {
      words: 'Jag vill sova gott.',
      areas: 'health',
      what: canary('insats'),
      who: 'Maja Lindgren',
      unit: id('furuskolan'),
      when: 'Varje kväll',
      followUpOn: '2026-12-15',
      followUpTime: '14:30',
    })
    const plan = admin.selectFrom('plan_part').select(['part_id', 'written_at']).where('kind', '=', 'action')
    const { part_id, written_at } = await plan.executeTakeFirstOrThrow()
    await send('maja', paths.handover.prepare.to(at), {
      submission: ids.handoverId,
      unit: id('familjestod'),
      why: canary('överlämning'),
    })
    await liesSealed('överlämning', 'handover')
    const onRule = { basis: 'ground', ground: 'ej_men', action: lineOf(part_id, written_at), ...sentences }
    await send('maja', paths.handover.offer.to(ids), onRule)
    await liesSealed('regel', 'handover_reason')
    await liesSealed('insats', 'handover', 'offer_body')
    await send('ali', paths.handover.sendBack.to(ids), { answer: canary('svar') })
    await liesSealed('svar', 'handover', 'answer_body')
  })

  it('as a question about who has read, its answer, and why a unit holds a line back', async () => {
    await lisasPlan()
    await joined('ali', 'familjestod')
    await as('ali').get(paths.plan.show.to(at))
    await send('ali', paths.readerLog.hold.to(at), {
      from: '2026-12-20',
      to: '',
      ground: 'reveals_place',
      why: canary('håll inne'),
      again: '2027-02-01',
    })
    setClock(inHours(24))
    const log = paths.readerLog.show.to(at)
    const line = /\?fraga=([0-9a-f-]{36})/.exec(await (await as('sara').get(log)).text())?.[1] ?? ''
    const questionId = id('saras question')
    await send('sara', log, { line, question: canary('fråga'), submission: questionId })
    await send('ali', paths.readerLog.answer.to({ ...at, questionId }), { answer: canary('läst') })
    await liesSealed('fråga', 'reading_question')
    await liesSealed('läst', 'reading_question', 'answer_body')
    await liesSealed('håll inne', 'reading_hold')
  })
})
