import { people } from '../county/index.ts'

/** Something that somebody in a story does on a day, at a time. */
export type Act = { day: number; time: string; play: () => Promise<unknown> }

/** The name of somebody in the county. */
export function nameOf(slug: string): string {
  const person = people.find((one) => one.slug === slug)
  if (!person) throw new Error(`nobody is called ${slug}`)
  return `${person.givenName} ${person.familyName}`
}
