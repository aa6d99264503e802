/** What was typed, or what is wrong, by the field's name; several values for boxes that may be ticked together. */
export type Texts = Readonly<Record<string, string | readonly string[] | undefined>>

/** The first text of a field, or nothing. */
export const first = (texts: Texts | undefined, name: string): string | undefined =>
  [texts?.[name] ?? []].flat()[0]

/** Every text of a field. */
export const every = (texts: Texts | undefined, name: string): readonly string[] =>
  [texts?.[name] ?? []].flat()
