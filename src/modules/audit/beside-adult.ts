import type { Asking } from '#shared/asking.ts'
import type { Act } from './acts.ts'

/** All that a child can do while an adult has handed it the device, at its own pages. */
const childsActs: ReadonlySet<Act> = new Set([
  'childs-door.home',
  'childs-door.open-write',
  'childs-door.write',
  'plan.childs-reading',
  'plan.child-answers',
  'wheel.open-own',
  'wheel.fill-own',
  'wheel.open-readers',
  'wheel.change-readers',
  'participation.open',
  'participation.answer',
  'meeting.open-own-words',
  'meeting.own-words',
  'bright.open',
  'bright.note',
  'bright.take-back',
])
/** What every session can do: go to where it begins, stay, and end. */
export const everySessions: ReadonlySet<Act> = new Set([
  'session.home',
  'session.stay',
  'session.choose-language',
  'session.end',
])

/** Everything else leads to the child's page until the adult has signed in anew. docs/decisions/0038. */
export const opensBesideAdult = (
  act: Act,
  { childId }: Pick<Asking, 'childId'>,
  { selfId }: { selfId: string | undefined },
): boolean => everySessions.has(act) || (childsActs.has(act) && childId === selfId)
