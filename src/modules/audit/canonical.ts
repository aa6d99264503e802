import { hash } from 'node:crypto'

type Canonical = string | number | boolean | readonly string[] | null | undefined

/**
 * Canonical JSON (RFC 8785) of flat things with these fields: sorted keys, no spaces. What is empty does not stand in
 * it, so that a field that is added later changes the hash of nothing older.
 */
export function canonicalOf<const Key extends string>(fields: readonly Key[]) {
  const keys = [...fields].sort().map((key) => [key, `${JSON.stringify(key)}:`] as const)
  return (thing: Readonly<Record<Key, Canonical>>): string => {
    let text = ''
    for (const [key, name] of keys) {
      const value = thing[key]
      if (value === null || value === undefined) continue
      text += `${text === '' ? '{' : ','}${name}${written(value)}`
    }
    return `${text === '' ? '{' : text}}`
  }
}

/** Ids, moments and hashes need no escapes: a verifier writes millions of them. */
const plain = /^[\w.:-]*$/
const written = (value: Exclude<Canonical, null | undefined>) =>
  typeof value === 'string' && plain.test(value) ? `"${value}"` : JSON.stringify(value)

export const sha256 = (text: string): string => hash('sha256', text, 'hex')
