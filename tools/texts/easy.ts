import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** A text as it is read out: a name where braces stand, and of plurals the one for many. */
export const readOut = (text: string): string => read(parse(text))

const read = (elements: readonly MessageFormatElement[]): string =>
  elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value
      if (element.type === TYPE.tag) return read(element.children)
      if (element.type === TYPE.plural || element.type === TYPE.select)
        return read(element.options['other']?.value ?? [])
      return element.type === TYPE.pound ? '2' : 'Lisa'
    })
    .join('')

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’-]*/gu) ?? []

/** Longer than fourteen letters, and kept: each is the name of what it is, and is explained where the words are. */
export const longAndKept: Readonly<Record<string, string>> = {
  vårdnadshavaren: 'the law’s own word: not every one is a parent, and not every parent is one',
  socialtjänstens: 'what the authority is called on its door and in the telephone',
}

/** No sentence of more than twelve words, and no word of more than fourteen letters. */
export function isEasy(text: string): boolean {
  const said = readOut(text)
  return (
    said.split(/[.!?:]+(?=\s|$)/).every((sentence) => wordsOf(sentence).length <= 12) &&
    wordsOf(said).every((word) => !/\p{L}{15}/u.test(word) || Object.hasOwn(longAndKept, word.toLowerCase()))
  )
}
