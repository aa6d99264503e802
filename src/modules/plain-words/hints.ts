import { lix } from '#shared/lix.ts'
import { blaming, relatives, shortForms } from './words.ts'

/** What a text could say more plainly or kindly. Only ever a suggestion: nothing in the text is changed by it. */
export type Hint = { found: string; say: string }

/** A word that the model uses, and what it means. */
export type Word = { sv: string; meaning: string }

/** What a guardian can read without effort; the limit that our own texts keep. */
export const easy = 35

/** Everything worth a second look in a text that a family will read, each thing once. Runs in the browser too. */
export const hintsIn = (text: string, words: readonly Word[]): Hint[] => [
  ...kinder(text),
  ...spelledOut(text),
  ...explained(text, words),
  ...ofOthers(text),
  ...shorter(text),
]

const kinder = (text: string): Hint[] =>
  Object.entries(blaming).flatMap(([word, instead]) =>
    foundIn(text, `${word}\\p{L}*`).map((found) => ({
      found,
      say: `Kan låta som en anklagelse. Kanske: ${instead}.`,
    })),
  )

const spelledOut = (text: string): Hint[] =>
  foundIn(text, '\\p{Lu}{2,6}(?!\\p{L})', 'gu').map((found) => ({
    found,
    say: Object.hasOwn(shortForms, found) ? `Skriv ut: ${shortForms[found]}.` : 'Skriv ut vad det betyder.',
  }))

const explained = (text: string, words: readonly Word[]): Hint[] =>
  words.flatMap(({ sv, meaning }) =>
    foundIn(text, `${sv}(?!\\p{L})`).map((found) => ({ found, say: meaning })),
  )

const named = relatives.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]).join('|')

const ofOthers = (text: string): Hint[] => [
  ...foundIn(text, '(?:\\d{2})?\\d{6}[-+ ]?\\d{4}(?!\\d)').map((found) => ({
    found,
    say: 'Ser ut som ett personnummer. Det behöver inte stå här.',
  })),
  ...foundIn(text, '\\p{L}+(?:gatan|vägen|gränd|stigen|torget) \\d+').map((found) => ({
    found,
    say: 'Ser ut som en adress. Låt den stå bara om alla som läser får veta den.',
  })),
  ...foundIn(text, `(?:${named}) \\p{Lu}\\p{Ll}+`, 'gu').map((found) => ({
    found,
    say: 'Här står något om någon annan. Behövs det för barnet, och vet den om det?',
  })),
]

function shorter(text: string): Hint[] {
  const long = foundIn(text, '\\p{L}{18,}').map((found) => ({
    found,
    say: 'Ett långt ord. Finns det ett kortare?',
  }))
  const weight = Math.round(lix(text))
  if (weight <= easy || text.split(/\s+/).length < 12) return long
  return [
    ...long,
    {
      found: 'Hela texten',
      say: `Den är tung att läsa (läsbarhet ${weight}, lätt är under ${easy}). Pröva kortare meningar.`,
    },
  ]
}

/** What the pattern finds at the beginning of a word, each once. */
const foundIn = (text: string, pattern: string, flags = 'giu'): string[] => [
  ...new Set([...text.matchAll(new RegExp(`(?<![\\p{L}\\d])${pattern}`, flags))].map(([found]) => found)),
]
