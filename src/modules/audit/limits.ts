import type { Act } from './acts.ts'

/** How new the sign-in must be, in minutes, for what reaches far or cannot be undone. */
const freshMinutes: Readonly<Partial<Record<Act, number>>> = {
  'consent.answer': 15,
  'consent.take-back': 15,
  'consent.take-link-back': 15,
  'family.change-bar': 15,
  'plan.print': 15,
  'meeting.print': 15,
  'handover.print-paper': 15,
  'extract.take-out': 15,
  'about-me.take-out': 15,
  'story.print': 15,
  'register.export': 15,
  'child.show-protected-name': 15,
  'protection.show-sealed': 15,
  'protection.change-group': 5,
  'protection.show-again': 5,
  'break-glass.open': 5,
  'organisation.make-key': 15,
}

/** What is taken out of the application, as paper or a file. */
const exportActs: readonly Act[] = [
  'plan.print',
  'meeting.print',
  'handover.print-paper',
  'extract.take-out',
  'about-me.take-out',
  'story.print',
  'register.export',
]

/** What a day of work needs where the organisation has decided nothing else; beyond it somebody looks again. */
export const dailyLimits: Limits = { children: 40, exports: 20, emergencies: 3 }
export type Limits = { children: number; exports: number; emergencies: number }

/** An emergency and something noticed wait for nobody's reasons. */
const neverWaits = /^(break-glass|noticing|address)\./

/** What somebody has done on a day, told by the log. */
export type MyDay = { signedInAt: Date; children: number; reasons: number; exports: number }

/** What must be looked up before an act, if anything. */
export function asksOf(act: Act, who: { isStaff: boolean; childId: string | undefined }) {
  const exports = exportActs.includes(act) ? exportActs : []
  const counts = who.isStaff && who.childId !== undefined && !neverWaits.test(act)
  const isAsked = freshMinutes[act] !== undefined || exports.length > 0 || counts
  return isAsked ? { exports, counts } : undefined
}

/** Has the person shown who they are within these minutes? */
export const isFresh = (signedInAt: Date, minutes: number, at: Date): boolean =>
  at.getTime() - signedInAt.getTime() <= minutes * 60_000

/** As `isFresh` for the act, with time left to fill in its form. Acts that need no new sign-in always are. */
export function isFreshToBegin(act: Act, signedInAt: Date, at: Date): boolean {
  const minutes = freshMinutes[act]
  return minutes === undefined || isFresh(signedInAt, minutes - minutesToFillIn, at)
}
const minutesToFillIn = 10

/** Why an act must wait, or not be done today. Each reason that is given opens as many children again. */
export function stopOf(
  act: Act,
  { counts }: { counts: boolean },
  day: MyDay,
  at: Date,
  limits = dailyLimits,
) {
  const minutes = freshMinutes[act]
  if (minutes !== undefined && !isFresh(day.signedInAt, minutes, at)) return 'not-fresh'
  if (exportActs.includes(act) && day.exports >= limits.exports) return 'many-exports'
  if (counts && day.children >= limits.children * (day.reasons + 1)) return 'many-children'
  return undefined
}
