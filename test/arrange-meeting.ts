import { paths } from '#shared/paths.ts'
import { admin, as, id, lisa } from '#test/world.ts'

// A meeting for Lisa, called by Maja through the page.

export const meetingId = '11111111-1111-4111-8111-111111111111'
export const meetingAddress = (
  of: 'show' | 'answer' | 'ownWords' | 'hold' | 'change' | 'invite' | 'siblings',
) => paths.meeting[of].to({ childId: lisa, meetingId })

export const invitation = {
  submission: meetingId,
  purpose: 'Vi vill att morgnarna blir <lugna>.',
  day: '2026-12-08',
  time: '14.30',
  minutes: '60',
  place: 'Furuskolan, rum Granen',
  child: 'ja',
  guardians: [id('sara'), id('jonas')],
}

/** Maja calls; throws when the page says no. */
export async function callMeeting(more: Readonly<Record<string, string | readonly string[]>> = {}) {
  const called = await as('maja').post(paths.meeting.call.to({ childId: lisa }), { ...invitation, ...more })
  if (called.status !== 303) throw new Error(await called.text())
}

/** The row of one who is invited. */
export async function partyOf(who: 'sara' | 'jonas' | 'lisaSelf' | 'ali' | 'ingrid' | 'sofia') {
  const units: Record<string, string> = { ali: 'familjestod', ingrid: 'gaddan', sofia: 'elevhalsan' }
  const rows = await admin.selectFrom('meeting_party').selectAll().where('child_id', '=', lisa).execute()
  const found = rows.find((row) =>
    who === 'lisaSelf' ? row.is_child : row.unit_id === id(units[who] ?? '-') || row.person_id === id(who),
  )
  if (!found) throw new Error(`${who} is not invited`)
  return found
}
