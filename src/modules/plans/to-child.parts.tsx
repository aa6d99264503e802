import type { WheelArea } from '#shared/schema.ts'
import { message } from '#ui/message.ts'
import { AsWritten, say } from '#ui/say.tsx'
import { type Action, areaOf, type Part } from './plan.ts'
import { capital } from './plan-words.ts'

const helps = {
  safety: message('{who} hjälper dig att känna dig trygg.'),
  health: message('{who} hjälper dig att må bra.'),
  development: message('{who} hjälper dig att växa.'),
  learning: message('{who} hjälper dig att lära dig.'),
  care: message('{who} hjälper dig varje dag.'),
  home: message('{who} hjälper dig och de du bor med.'),
  relationships: message('{who} hjälper dig att vara med andra.'),
} as const satisfies Record<WheelArea, string>

/** What we say to the child about an action: in our own words, else a plain sentence of who, for what, and its name. */
export function toChild(action: Action, parts: readonly Part[]): string {
  const { toChild: ownWords, who, what } = action.body
  if (ownWords) return ownWords.reveal()
  const area = areaOf(action, parts)
  const [name = ''] = who.reveal().split(',')
  const help = say(area ? helps[area] : message('{who} hjälper dig.'), { who: capital(name.trim()) })
  return `${help} ${say('Det heter ”{what}”.', { what: what.reveal() })}`
}

/** The same on a page: own words keep their own language. */
export function ToChild({ action, parts }: { action: Action; parts: readonly Part[] }) {
  const said = toChild(action, parts)
  return action.body.toChild ? <AsWritten>{said}</AsWritten> : <bdi>{said}</bdi>
}
