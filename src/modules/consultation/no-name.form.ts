import { holdsPersonNumber } from '#modules/directory'
import type { FieldErrors } from '#shared/fields.ts'
import type { SealedText } from '#shared/sealed.ts'
import { seemsToTellWhere } from '#shared/tells-where.ts'
import type { NameSeen } from './consultation.ts'

/** Marks that are not seen must not hide a name. */
const plain = (text: string) => text.normalize('NFC').replace(/\p{Cf}/gu, '')
const small = (text: string) => text.toLocaleLowerCase('sv')
const named = /\p{L}+(?:['’-]\p{L}+)*/gu
const pieces = (word: string) => [...new Set([word, ...word.split(/[\s-]+/)])].filter((one) => one.length > 1)
const forms = (name: string) => pieces(small(plain(name))).flatMap((one) => [one, `${one}s`])

/** A birth day, with or without the century. */
const birthDay = /(?<!\d)(?:(?:19|20)\d{2}-?|\d{2})[01]\d-?[0-3]\d(?!\d)/

/** `sure`: it shows who the child is. `perhaps`: somebody should look once more. */
export function seemsToName(text: string, names: readonly NameSeen[]): 'sure' | 'perhaps' | undefined {
  const given = new Set(names.flatMap(({ givenName }) => forms(givenName)))
  const family = new Set(names.flatMap(({ familyName }) => (familyName ? forms(familyName) : [])))
  const written = (plain(text).match(named) ?? []).flatMap(pieces)
  const isWritten = (word: string) => word !== small(word)
  if (written.some((word) => isWritten(word) && given.has(small(word)))) return 'sure'
  const perhaps = (word: string) => given.has(word) || (isWritten(word) && family.has(small(word)))
  return written.some(perhaps) || birthDay.test(text) || seemsToTellWhere(text) ? 'perhaps' : undefined
}

/** What has to be written otherwise before anybody else reads it; undefined when nothing seems to show who the child is. */
export function namesIn(
  words: SealedText,
  sure: boolean,
  names: readonly NameSeen[],
): FieldErrors | undefined {
  const text = words.reveal()
  if (holdsPersonNumber(text)) return { words: 'Ta bort personnumret. Frågan ska inte visa vem barnet är.' }
  const found = seemsToName(text, names)
  if (found === 'sure') return { words: 'Här står ett namn som ett barn har. Skriv ”barnet” i stället.' }
  if (found === 'perhaps' && !sure)
    return {
      sure: 'Något kan visa vem barnet är: ett namn, en dag, en plats eller ett nummer. Ta bort det, eller kryssa i att det inte gör det.',
    }
  return undefined
}

/** Two of the same id are one only when they say the same: the page may have been gone back to. */
export const isSame = (one: SealedText, other: SealedText): boolean => one.reveal() === other.reveal()
