type UpTo<Text extends string, Mark extends string> = Text extends `${infer Before}${Mark}${string}`
  ? Before
  : Text
type Case = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other' | '=0' | '=1'

/** What a message must be given: `{name}` and `{count, plural, one {en dag} other {# dagar}}` ask for two values. */
export type Names<Text extends string> = Text extends `${infer Before}{${infer After}`
  ? (Before extends `${string}${Case} ` ? never : UpTo<UpTo<After, '}'>, ','>) | Names<After>
  : never

/** The marks round words of a message, `<link>` and the like. */
export type Marks<Text extends string> = Text extends `${string}<${infer After}`
  ? (After extends `/${string}` ? never : UpTo<After, '>'>) | Marks<After>
  : never

/** A text that is said later, from a table or a form; it is translated with the others. */
export const message = <const Text extends string>(text: Text): Text => text
