import { codeOf } from '#modules/childs-door'
import { hashOf } from '#shared/asking.ts'
import { inTransaction, type Trx } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { meetingAddress, meetingId } from '#test/arrange-meeting.ts'
import { admin, as, deps, holding, lisa } from '#test/world.ts'

// Lisa's paper to the meeting, made by Maja through the page, and whoever holds it.

const at = { childId: lisa, meetingId }
export const paperAddress = {
  make: paths.meeting.paper.to(at),
  pdf: paths.meeting.paperPdf.to(at),
  end: paths.meeting.endPaper.to(at),
  use: paths.childsDoor.code.to({}),
  home: paths.childsDoor.home.to(at),
  endOwn: paths.childsDoor.endPaper.to(at),
}
/** Whoever has the paper reads it, says how she wants the meeting, writes to Maja and reads her plan. */
export const opensOnPaper = [
  paperAddress.home,
  paperAddress.endOwn,
  meetingAddress('answer'),
  paths.childsDoor.write.to(at),
  paths.plan.childsReading.to(at),
]

/** Maja makes a paper; throws when the page says no. Gives the code that stands on it. */
export async function makePaper(keeper: 'home' | 'child' = 'home', submission = deps.newId()) {
  const made = await as('maja').post(paperAddress.make, { keeper, submission })
  if (made.status !== 303) throw new Error(await made.text())
  const { id } = await admin
    .selectFrom('meeting_paper')
    .select('id')
    .where('ended_at', 'is', null)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow()
  return codeOf(deps, id)
}

/** Somebody types a code: the answer, and the application as they meet it from then on. */
export async function useCode(code: string) {
  const answer = await as('nobody').post(paperAddress.use, { code })
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('kb-test='))
  const token = cookie?.split(/[=;]/)[1] ?? ''
  return { answer, token, held: holding(`kb-test=${token}`, 'lisa') }
}
export const holdPaper = async (keeper?: 'home' | 'child') => useCode(await makePaper(keeper))

/** Queries as whoever holds the paper, with nothing but the database's own walls. */
export const behindThePaper = <T>(token: string, ask: (trx: Trx) => Promise<T>) =>
  inTransaction(deps, 'reads', { session: hashOf(token), childId: lisa }, async ({ trx }) => ({
    answer: await ask(trx),
    last: [],
  }))
