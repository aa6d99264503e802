/** What a page may know of somebody. Only the visible have a name to print: a page that forgets does not compile. */
export type Person = Visible | Protected | Unknown
export type Visible = { kind: 'visible'; id: string; name: string; givenName: string }
export type Protected = { kind: 'protected'; id: string }
export type Unknown = { kind: 'unknown'; id: string }

type NameRow = { id: string; given_name: string | null; family_name: string | null }

/** A person or a child from its row. No name in clear: protected, or not known yet. */
export function personOf(row: NameRow & { protection: string; provisional?: boolean }): Person {
  const { id, given_name, family_name } = row
  if (row.protection !== 'none') return { kind: 'protected', id }
  if (given_name === null || row.provisional) return { kind: 'unknown', id }
  return {
    kind: 'visible',
    id,
    name: [given_name, family_name].filter(Boolean).join(' '),
    givenName: given_name,
  }
}

const withoutName = { protected: 'Skyddad person', unknown: 'Barn som ännu inte är hittat' } as const

/** The name, or words that say why there is none. */
export const nameOf = (person: Person): string =>
  person.kind === 'visible' ? person.name : withoutName[person.kind]

/** How one speaks of the child inside a sentence: the given name, or "barnet". */
export const callOf = (child: Person): string => (child.kind === 'visible' ? child.givenName : 'barnet')

/** `Lisas`, `Nils`, `barnets`: whose something is, inside a sentence. */
export const whoseOf = (child: Person): string => {
  const called = callOf(child)
  return /[sxz]$/i.test(called) ? called : `${called}s`
}
