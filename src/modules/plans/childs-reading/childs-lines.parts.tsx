import type { Day } from '#shared/dates.ts'
import type { PlanPartState, WheelArea } from '#shared/schema.ts'
import { message } from '#ui/message.ts'
import { say } from '#ui/say.tsx'
import { whenOf } from '../plan.parts.tsx'
import { type Action, areaOf, isOver, ofKind, type Part, stateOn } from '../plan.ts'
import { nearDay } from '../plan-words.ts'
import { toChild } from '../to-child.parts.tsx'

type Line = { id: string; area: WheelArea; who: string; says: string; when: string }

/** Every action that stands in the plan, as the child reads it: what goes on, and what is over. */
export function childsLines(
  parts: readonly Part[],
  today: Day,
): { helpers: readonly Line[]; over: readonly { id: string; says: string }[] } {
  const actions = ofKind(parts, 'action')
  return {
    helpers: actions
      .filter(({ state }) => !isOver(state))
      .map((action) => ({
        id: action.id,
        area: areaOf(action, parts) ?? 'care',
        who: action.body.who.reveal(),
        says: toChild(action, parts),
        when: childsWhen(action, today),
      })),
    over: actions
      .filter(({ state }) => isOver(state))
      .map(({ id, body, state }) => ({ id, says: say(ended[state], { what: body.what.reveal() }) })),
  }
}

const ended = {
  later: message('”{what}” börjar senare.'),
  ongoing: message('”{what}” pågår.'),
  done: message('”{what}” är klart.'),
  not_done: message('”{what}” blev inte av.'),
  no_longer_needed: message('”{what}” behövs inte mer.'),
} as const satisfies Record<PlanPartState, string>

/** The words first; without words, the days. What has not begun says when it does. */
function childsWhen(action: Action, today: Day): string {
  const { startsOn, body } = action
  const begins =
    startsOn &&
    stateOn(action, today) === 'later' &&
    say('Det börjar {when}.', { when: nearDay(startsOn, today) })
  return [begins, body.when?.reveal() ?? (!begins && whenOf(action, today))].filter(Boolean).join(' ')
}
