import { put, sealed, wall, yesterday } from '#test/noninterference/rows.ts'
import { admin, deps, engagementOf, id, inHours, lisa, noon } from '#test/world.ts'

// What has come from outside about Lisa, straight into the tables.

const link = (itemId: string, row: object) =>
  put('answer_link', {
    child_id: lisa,
    item_id: itemId,
    code_hash: itemId.replaceAll('-', '').repeat(2),
    answer_key: 'x',
    made_by: id('maja'),
    made_at: yesterday,
    expires_at: inHours(24 * 7),
    ...row,
  })

/** An answer has come by a link, and nobody has taken it in. */
export async function answerWaits(itemId: string, words: string) {
  const key = deps.randomBytes(32)
  const place = { table: 'answer_link', column: 'answer', row: itemId, version: 1 }
  await link(itemId, {
    answer_key: await sealed('answer_link', itemId, { key: key.toString('hex') }, { column: 'answer_key' }),
    answer: deps.vault.boxOf(key).seal(place, { answer: 'answered', working: words }),
    answered_at: noon,
  })
}

/** The family has taken back its yes to a link. */
export const linkTakenBack = (itemId: string) => link(itemId, { ended_at: noon, yes_withdrawn: true })

/** Petra has asked family support without a name, and the family agrees that it was about Lisa. */
export async function tiedThread(words: string) {
  const thread = id('a thread')
  const petra = engagementOf('petra')
  const asked = { asked_by: petra, asked_at: yesterday }
  await put('consultation', {
    id: thread,
    from_unit_id: id('furuskolan'),
    to_unit_id: id('familjestod'),
    ...asked,
  })
  const box = await deps.vault.newBox(admin as never, thread)
  const message = id('a message')
  const place = { table: 'consultation_message', column: 'body', row: message, version: 1 }
  await put('consultation_message', {
    consultation_id: thread,
    id: message,
    from_asker: true,
    written_by: petra,
    written_at: yesterday,
    body: box.seal(place, { words }),
  })
  await put('consultation_child', {
    child_id: lisa,
    id: id('a tie'),
    consultation_id: thread,
    secrecy_unit_id: wall('furuskolan'),
    agreed_on: '2026-11-24',
    linked_by: petra,
    linked_at: noon,
  })
}
