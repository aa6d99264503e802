import { message } from '#ui/message.ts'
import { noName, say } from '#ui/say.tsx'

/** What a page may know of somebody. Only the visible have a name to print: a page that forgets does not compile. */
export type Person = Visible | Protected | Unknown
export type Visible = { kind: 'visible'; id: string; name: string; givenName: string }
export type Protected = { kind: 'protected'; id: string; isChild?: true }
export type Unknown = { kind: 'unknown'; id: string }

type NameRow = { id: string; given_name: string | null; family_name: string | null }

/** A person or a child from its row. No name in clear: protected, or not known yet. */
export function personOf(row: NameRow & { protection: string; provisional?: boolean }): Person {
  const { id, given_name, family_name } = row
  if (row.protection !== 'none')
    return { kind: 'protected', id, ...(row.provisional === undefined ? {} : { isChild: true }) }
  if (given_name === null || row.provisional) return { kind: 'unknown', id }
  return { kind: 'visible', id, name: joined(given_name, family_name), givenName: given_name }
}

const joined = (given: string, family: string | null) => (family ? `${given} ${family}` : given)

/**
 * The name of somebody who works here, as a row has it; a first name where the page may not say who it is. The only
 * place where a name is put together: nothing else can print one that is not there.
 */
export const printedName = (row: { given_name: string | null; family_name: string | null }): string =>
  row.given_name === null ? noName : joined(row.given_name, row.family_name)

/** The name, or words that say why there is none. */
export function nameOf(person: Person): string {
  switch (person.kind) {
    case 'visible':
      return person.name
    case 'protected':
      return say(person.isChild ? message('Skyddat barn') : noName)
    case 'unknown':
      return say('Barn som ännu inte är hittat')
  }
}

/** How one speaks of the child inside a sentence: the given name, or "barnet". */
export const callOf = (child: Person): string => (child.kind === 'visible' ? child.givenName : say('barnet'))

/** `Lisas`, `Nils`, `barnets`: whose something is, inside a sentence. */
export const whoseOf = (child: Person): string => {
  const called = callOf(child)
  return /[sxz]$/i.test(called) ? called : say('{name}s', { name: called })
}
