import { expect } from 'vitest'

/** Each of a list says something, and nothing that another one says. */
export function saysItsOwn(texts: readonly string[]) {
  for (const text of texts) expect(text).toMatch(/\p{L}{2}/u)
  expect(new Set(texts).size).toBe(texts.length)
}
