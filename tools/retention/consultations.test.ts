import { beforeEach, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { arvid, months, nadja, ruleOf } from '#test/archivists.ts'
import { asks, offersTime } from '#test/consultations.ts'
import { admin, as, lisa, setClock, world } from '#test/world.ts'
import { listText, readList } from './list-file.ts'
import { addRules, approve, carryOut, propose } from './retention.ts'

const rule = (unit: string, count: number) =>
  ruleOf(unit, { kind: 'consultation', months: count, source: 'Förslag: frågor utan namn' })
const due = async (at: Date) => {
  setClock(at)
  return (await propose(arvid)).lines.map((line) => line.split(' ').slice(1))
}

let id = ''
let thread = ''
beforeEach(async () => {
  await world()
  const asked = await asks('petra', { time: await offersTime() })
  id = asked.consultationId
  thread = asked.thread
})

it('a question without a name goes by the rules of both units, the longest, from what happened last', async () => {
  await addRules(arvid, [rule('furuskolan', 6)])
  expect(await due(months(24))).toEqual([])
  await addRules(arvid, [rule('familjestod', 12)])
  // The time to talk was eight days after the question.
  expect(await due(months(12, 60 * 24))).toEqual([])
  const later = months(12, 60 * 24 * 9)
  expect(await due(later)).toEqual([['consultation', id, id]])
  await admin.deleteFrom('retention_item').execute()
  const list = await propose(arvid)
  await approve(nadja, readList(listText(list)))
  expect(JSON.parse(await carryOut(arvid, list.run))).toEqual([
    expect.objectContaining({ what: 'consultation', count: 1 }),
  ])
  for (const table of [
    'consultation',
    'consultation_message',
    'consultation_booking',
    'retention_item',
  ] as const)
    expect([table, await admin.selectFrom(table).selectAll().execute()]).toEqual([table, []])
  const kept = await admin
    .selectFrom('subject_key')
    .select('subject_id')
    .where('subject_id', '=', id)
    .execute()
  expect(kept).toEqual([])
  expect(await admin.selectFrom('shredded_subject').select('subject_id').execute()).toEqual([
    { subject_id: id },
  ])
  expect((await as('petra').get(thread)).status).toBe(404)
})

it('and stays while it is about a child', async () => {
  await addRules(arvid, [rule('furuskolan', 6), rule('familjestod', 6)])
  const answer = await as('petra').post(paths.consultation.link.to({ childId: lisa }), {
    consultation: id,
    agreedOn: '2026-11-24',
    agreed: 'ja',
  })
  expect(answer.status).toBe(303)
  expect(await due(months(60))).toEqual([])
})
