import type { WheelArea } from '#shared/schema.ts'
import { type Action, areaOf, type Part } from './plan.ts'
import { capital } from './plan-words.ts'

const helps: Record<WheelArea, string> = {
  safety: 'hjälper dig att känna dig trygg',
  health: 'hjälper dig att må bra',
  development: 'hjälper dig att växa',
  learning: 'hjälper dig att lära dig',
  care: 'hjälper dig varje dag',
  home: 'hjälper dig och de du bor med',
  relationships: 'hjälper dig att vara med andra',
}

/** What we say to the child about an action: in our own words, else a plain sentence of who, for what, and its name. */
export function toChild(action: Action, parts: readonly Part[]): string {
  const { toChild: ownWords, who, what } = action.body
  if (ownWords) return ownWords.reveal()
  const area = areaOf(action, parts)
  const [name = ''] = who.reveal().split(',')
  return `${capital(name.trim())} ${area ? helps[area] : 'hjälper dig'}. Det heter ”${what.reveal()}”.`
}
