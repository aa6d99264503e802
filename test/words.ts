import { expect } from 'vitest'

/** Each of a list says something, and nothing that another one says. */
export function saysItsOwn(texts: readonly string[]) {
  for (const text of texts) expect(text).toMatch(/\p{L}{2}/u)
  expect(new Set(texts).size).toBe(texts.length)
}

/** What a page says in its main part, a sentence for each line on it. */
export function mainText(page: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? ''
  return main
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
    .replace(/<\/(h\d|p|li|button|a|dt|dd|label|legend|summary|option|blockquote|div)>/g, '. ')
    .replace(/<[^>]+>/g, ' ')
}
