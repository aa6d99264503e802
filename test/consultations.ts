import { paths } from '#shared/paths.ts'
import { admin, as, id, type Person } from '#test/world.ts'

type Form = Readonly<Record<string, string>>
export const askAli = paths.consultation.ask.to({ unitId: id('familjestod') })
export const question = 'Hur får man en tioåring som är trött att komma till skolan på morgonen?'

/** Somebody asks the family support, and gets to the thread. */
export async function asks(
  who: Person,
  more: Form = {},
): Promise<{ consultationId: string; thread: string }> {
  const answer = await as(who).post(askAli, { words: question, ...more })
  const thread = answer.headers.get('location') ?? ''
  return { consultationId: thread.split('/').at(-1) ?? '', thread }
}

/** Family support has a time to talk: 2 December at 9.30. */
export async function offersTime(name = 'time'): Promise<string> {
  await admin
    .insertInto('consultation_time')
    .values({
      unit_id: id('familjestod'),
      id: id(name),
      starts_at: new Date('2026-12-02T08:30:00Z'),
      minutes: 30,
      offered_by: null,
      offered_at: new Date('2026-11-20T08:00:00Z'),
    })
    .execute()
  return id(name)
}
